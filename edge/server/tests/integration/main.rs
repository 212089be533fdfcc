//! The real program on a free port of loopback: what it answers, and how it stops.

mod visitor;

use std::io::{Read as _, Write as _};
use std::path::Path;

use tempfile::TempDir;
use visitor::{Answer, Server, call};

const SCRIPT: &str = "/boot.0123456789abcdef.js";
/// Each header of every answer, with a part of it that must not get lost.
const PROMISES: [(&str, &str); 8] = [
    (
        "content-security-policy",
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; ",
    ),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-embedder-policy", "require-corp"),
    ("cross-origin-resource-policy", "same-origin"),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("permissions-policy", "camera=()"),
    ("cache-control", ""),
];

/// A small app: a page, a script in three forms, and the other kinds of file.
fn built_app() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| std::fs::write(folder.path().join(name), bytes).unwrap();
    write("index.html", b"<p>the page</p>");
    write("sw.js", b"// worker");
    write("manifest.webmanifest", b"{}");
    write("ebb_web_bg.0123456789abcdef.wasm", b"\0asm");
    write(&SCRIPT[1..], b"plain script");
    write(&format!("{}.br", &SCRIPT[1..]), b"brotli form");
    write(&format!("{}.gz", &SCRIPT[1..]), b"gzip form");
    std::fs::create_dir(folder.path().join("icons")).unwrap();
    write("icons/icon.svg", b"<svg/>");
    folder
}

fn start(folder: &TempDir) -> Server {
    Server::start(folder.path(), "127.0.0.1:0")
}

fn header<'a>(answer: &'a Answer, name: &str) -> &'a str {
    answer.headers.get(name).map_or("", String::as_str)
}

#[test]
fn the_root_is_the_page_and_is_asked_for_again_each_time() {
    let folder = built_app();
    let server = start(&folder);
    let answer = server.get("/", &[]);
    assert_eq!(
        (answer.status, answer.body.as_slice()),
        (200, b"<p>the page</p>".as_slice())
    );
    assert_eq!(header(&answer, "content-type"), "text/html");
    for path in ["/", "/index.html", "/sw.js", "/manifest.webmanifest", "/icons/icon.svg"] {
        assert_eq!(header(&server.get(path, &[]), "cache-control"), "no-cache", "{path}");
    }
}

#[test]
fn every_answer_carries_the_strict_headers_also_a_refusal() {
    let folder = built_app();
    let server = start(&folder);
    let modified = header(&server.get("/", &[]), "last-modified").to_owned();
    let since = format!("If-Modified-Since: {modified}");
    let answers = [
        (200, server.get("/", &[])),
        (200, server.get(SCRIPT, &["Accept-Encoding: br"])),
        (200, server.ask("HEAD", "/sw.js", &[])),
        (206, server.get(SCRIPT, &["Range: bytes=0-3"])),
        (304, server.get("/", &[&since])),
        (404, server.get("/nothing", &[])),
        (404, server.get("/../../etc/passwd", &[])),
        (405, server.ask("POST", "/", &["Content-Length: 0"])),
    ];
    for (status, answer) in answers {
        assert_eq!(answer.status, status);
        for (name, part) in PROMISES {
            let value = answer.headers.get(name);
            assert!(
                value.is_some_and(|value| value.contains(part)),
                "{status}: {name}: {value:?}"
            );
        }
    }
}

#[test]
fn each_kind_of_file_is_called_what_it_is() {
    let folder = built_app();
    let server = start(&folder);
    for (path, kind) in [
        ("/ebb_web_bg.0123456789abcdef.wasm", "application/wasm"),
        ("/manifest.webmanifest", "application/manifest+json"),
        ("/sw.js", "text/javascript"),
        ("/icons/icon.svg", "image/svg+xml"),
    ] {
        assert_eq!(header(&server.get(path, &[]), "content-type"), kind, "{path}");
    }
}

#[test]
fn the_smallest_form_a_browser_takes_is_sent_and_kept_for_ever() {
    let folder = built_app();
    let server = start(&folder);
    let plain = server.get(SCRIPT, &[]);
    let brotli = server.get(SCRIPT, &["Accept-Encoding: gzip, deflate, br"]);
    let gzip = server.get(SCRIPT, &["Accept-Encoding: gzip"]);
    let refused = server.get(SCRIPT, &["Accept-Encoding: br;q=0, gzip;q=0"]);
    assert_eq!(
        (header(&plain, "content-encoding"), plain.body.as_slice()),
        ("", b"plain script".as_slice())
    );
    assert_eq!(
        (header(&brotli, "content-encoding"), brotli.body.as_slice()),
        ("br", b"brotli form".as_slice())
    );
    assert_eq!(
        (header(&gzip, "content-encoding"), gzip.body.as_slice()),
        ("gzip", b"gzip form".as_slice())
    );
    assert_eq!(refused.body, b"plain script");
    for answer in [plain, brotli, gzip] {
        assert_eq!(header(&answer, "content-type"), "text/javascript");
        assert_eq!(header(&answer, "cache-control"), "public, max-age=31536000, immutable");
        assert_eq!(header(&answer, "vary"), "accept-encoding");
    }
}

#[test]
fn nothing_outside_the_folder_is_answered() {
    let outside = tempfile::tempdir().unwrap();
    std::fs::write(outside.path().join("secret.txt"), "a diary").unwrap();
    std::fs::create_dir(outside.path().join("app")).unwrap();
    std::fs::write(outside.path().join("app/index.html"), "page").unwrap();
    let server = Server::start(&outside.path().join("app"), "127.0.0.1:0");
    for path in [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "//../secret.txt",
        "/app/../../secret.txt",
    ] {
        let answer = server.get(path, &[]);
        assert_eq!(answer.status, 404, "{path}");
        assert!(!String::from_utf8_lossy(&answer.body).contains("diary"), "{path}");
    }
}

#[cfg(unix)]
#[test]
fn it_stops_when_asked_and_has_said_nothing_about_any_request() {
    let folder = built_app();
    let server = start(&folder);
    server.get("/", &["User-Agent: somebody"]);
    server.get("/nothing-here", &[]);
    // Nobody who only holds a connection open, or asks half a question, may keep it alive.
    let mut idle = server.connect();
    let mut half = server.connect();
    half.write_all(b"GET / HTTP/1.1\r\nHost: ").unwrap();
    let (ended_well, out, errors) = server.interrupt();
    assert!(ended_well);
    assert_eq!((out.as_str(), errors.as_str()), ("Stopped.\n", ""));
    assert_eq!(idle.read(&mut [0]).unwrap_or(0), 0);
}

#[test]
fn a_port_that_is_taken_is_said_with_a_way_on() {
    let folder = built_app();
    let first = start(&folder);
    let address = format!("127.0.0.1:{}", first.port);
    let second = call(&["--dir", &text(folder.path()), "--addr", &address]);
    let words = String::from_utf8(second.stderr).unwrap();
    assert_eq!(second.status.code(), Some(1));
    assert!(
        words.starts_with(&format!("error: port {} is taken", first.port)),
        "{words}"
    );
    assert!(
        words.contains(&format!("--addr 127.0.0.1:{}", first.port.wrapping_add(1))),
        "{words}"
    );
    assert!(words.contains("a separate diary for each port"), "{words}");
}

#[test]
fn a_folder_without_an_app_is_said_with_the_command_that_builds_one() {
    let empty = tempfile::tempdir().unwrap();
    let ended = call(&["--dir", &text(empty.path()), "--addr", "127.0.0.1:0"]);
    assert_eq!(ended.status.code(), Some(1));
    assert!(
        String::from_utf8(ended.stderr)
            .unwrap()
            .contains("`cargo xtask web` builds it")
    );
}

#[test]
fn an_address_that_is_none_and_a_word_too_many_are_refused() {
    for (args, words) in [
        (["--addr", "localhost"], "`localhost` is no address"),
        (["--dir", "."], "no built app in ."),
        (["--verbose", "--addr=127.0.0.1:0"], "`--verbose` is not understood"),
    ] {
        let ended = call(&args);
        let said = String::from_utf8(ended.stderr).unwrap();
        assert!(!ended.status.success() && said.contains(words), "{said}");
    }
}

#[test]
fn an_address_that_others_reach_is_said_to_need_https() {
    let folder = built_app();
    let alone = start(&folder);
    let reached = Server::start(folder.path(), "0.0.0.0:0");
    assert!(!alone.said.contains("other machines"), "{}", alone.said);
    assert!(
        reached.said.contains("other machines") && reached.said.contains("https"),
        "{}",
        reached.said
    );
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
