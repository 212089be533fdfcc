//! The headers of every answer: what a browser may do with the app, and how long it may keep a file.
//!
//! They stand in one table so that a person can read the whole promise at once. Nothing here looks at who asks.

use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS};
use axum::http::{HeaderMap, HeaderValue, StatusCode};

/// No script, style, picture or request but our own; nothing inline; nobody may frame us.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; font-src 'self'; \
    base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// The app needs none of what a browser can ask a person for.
const PERMISSIONS: &str = "accelerometer=(), ambient-light-sensor=(), attribution-reporting=(), autoplay=(), \
    bluetooth=(), browsing-topics=(), camera=(), clipboard-read=(), compute-pressure=(), display-capture=(), encrypted-media=(), \
    fullscreen=(), gamepad=(), geolocation=(), gyroscope=(), hid=(), identity-credentials-get=(), idle-detection=(), \
    local-fonts=(), magnetometer=(), microphone=(), midi=(), otp-credentials=(), payment=(), picture-in-picture=(), \
    publickey-credentials-create=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), \
    storage-access=(), usb=(), window-management=(), xr-spatial-tracking=()";

const EVERY_ANSWER: [(HeaderName, &str); 7] = [
    (CONTENT_SECURITY_POLICY, POLICY),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-embedder-policy"), "require-corp"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("permissions-policy"), PERMISSIONS),
];

/// A file whose name holds the hash of its content is never another.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// Everything else is asked for again each time: the browser may keep it, but not trust it.
const ASK_AGAIN: &str = "no-cache";

/// Puts every header on an answer to a request for `path`.
pub(crate) fn put(headers: &mut HeaderMap, status: StatusCode, path: &str) {
    for (name, value) in &EVERY_ANSWER {
        headers.insert(name, HeaderValue::from_static(value));
    }
    let is_there = status.is_success() || status == StatusCode::NOT_MODIFIED;
    let keep = if is_there && is_hashed(path) {
        FOR_EVER
    } else {
        ASK_AGAIN
    };
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(keep));
}

/// Whether the name is `name.<16 hexadecimal digits>.ending`, as `cargo xtask web` writes it.
fn is_hashed(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let mut parts = name.rsplit('.');
    let ending = parts.next().unwrap_or_default();
    let hash = parts.next().unwrap_or_default();
    let is_hash = hash.len() == 16 && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    is_hash && !ending.is_empty() && parts.next().is_some_and(|stem| !stem.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_name_with_the_hash_of_its_content_is_kept_for_ever() {
        for hashed in ["/style.0123456789abcdef.css", "/icons/icon-192.00000000ffffffff.png"] {
            assert!(is_hashed(hashed), "{hashed}");
        }
        for plain in [
            "/",
            "/index.html",
            "/sw.js",
            "/style.0123456789abcde.css",
            "/style.0123456789ABCDEF.css",
            "/0123456789abcdef.css",
            "/.0123456789abcdef.css",
            "/style.0123456789abcdef.",
            "/a.0123456789abcdef.css/index.html",
        ] {
            assert!(!is_hashed(plain), "{plain}");
        }
    }

    #[test]
    fn a_hashed_name_that_is_not_there_is_not_remembered_as_missing() {
        let mut headers = HeaderMap::new();
        put(&mut headers, StatusCode::NOT_FOUND, "/style.0123456789abcdef.css");
        assert_eq!(headers[CACHE_CONTROL], ASK_AGAIN);
        put(&mut headers, StatusCode::OK, "/style.0123456789abcdef.css");
        assert_eq!(headers[CACHE_CONTROL], FOR_EVER);
    }

    #[test]
    fn no_policy_allows_a_foreign_origin_or_an_inline_script() {
        assert!(!POLICY.contains("unsafe-inline") && !POLICY.contains("'unsafe-eval'") && !POLICY.contains("http"));
        assert!(!POLICY.contains('*') && !PERMISSIONS.contains('*') && !PERMISSIONS.contains("self"));
    }
}
