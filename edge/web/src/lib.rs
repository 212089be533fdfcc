//! The app in a browser: a page that draws, and a keeper in a worker that holds the vault.
//!
//! The page never sees a key, an entry or the engine; the keeper never touches the document. They speak the messages of
//! [`wire`], and what the keeper answers are [`sheet`]s: what a screen shows, already in words. Locking ends the worker,
//! and with it everything that was open. Start at `page/app.rs` for what is drawn, at `keeper.rs` for what is kept.

pub mod form;
mod keeper;
mod page;
mod platform;
pub mod sheet;
pub mod typed;
pub mod wire;

use wasm_bindgen::prelude::wasm_bindgen;

/// Draws the app. Called once by `boot.js`.
#[wasm_bindgen]
pub fn page() {
    platform::report_panics();
    page::mount();
}

/// Keeps the vault. Called once by `keeper.js`, in a worker.
#[wasm_bindgen]
pub fn keeper() {
    platform::report_panics();
    keeper::serve();
}
