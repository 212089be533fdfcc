//! Files in, answers out: the folder that `cargo xtask web` wrote, and nothing beside it.
//!
//! There is no state, no log and no answer that depends on who asks.

use std::path::Path;

use axum::Router;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::{self, Next};
use axum::response::Response;
use axum::routing::any;
use tower_http::services::ServeDir;

use crate::headers;

/// Answers with the files of `folder`.
pub(crate) fn app(folder: &Path) -> Router {
    let files = ServeDir::new(folder)
        .precompressed_br()
        .precompressed_gzip()
        .not_found_service(any(|| async { (StatusCode::NOT_FOUND, "There is nothing here.\n") }));
    Router::new()
        .fallback_service(files)
        .layer(middleware::from_fn(guarded))
}

async fn guarded(request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let mut response = next.run(request).await;
    let status = response.status();
    headers::put(response.headers_mut(), status, &path);
    response
}
