//! The app in a browser: a page that draws and a keeper, in a worker, that holds the vault.
//!
//! The page never sees a key, an entry or the engine; the keeper never touches the document. They speak the messages of
//! `wire`. Start at `page/app.rs` for what is drawn and at `keeper.rs` for what is kept.

use wasm_bindgen::prelude::wasm_bindgen;

/// Draws the app. Called once by `boot.js`.
#[wasm_bindgen]
pub fn page() {
    leptos::mount::mount_to_body(|| leptos::view! { <p>"Ebb"</p> });
}
