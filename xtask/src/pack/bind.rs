//! The JavaScript between the compiled app and the browser, written by wasm-bindgen.
//!
//! The library is the same version as the crate to the digit, so the two can never disagree.

use anyhow::{Context as _, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::{Files, fold};

/// `<stem>.js` and `<stem>_bg.wasm`.
pub(crate) fn bind(stem: &str, compiled: Vec<u8>) -> Result<Files> {
    let mut bindgen = Bindgen::new();
    let output = bindgen
        .input_bytes(stem, compiled)
        .web(true)
        .context("choose the browser")?
        .typescript(false)
        // The file is renamed after its content, and boot.js compiles it once for page and keeper.
        .omit_default_module_path(true)
        // `fold` sorts by them and drops them.
        .remove_name_section(false)
        .remove_producers_section(true)
        .generate_output();
    let mut output = output.context("bind the app to the browser")?;
    let inline = output.snippets().iter().filter(|(_, texts)| !texts.is_empty());
    let foreign = inline.map(|(name, _)| name).chain(output.local_modules().keys());
    if let Some(foreign) = foreign.chain(output.npm_dependencies().keys()).next() {
        bail!("{foreign} brings JavaScript of its own, which nobody here has read: do without it");
    }
    let wasm = fold::fold(output.wasm_mut().emit_wasm())?;
    let glue = output.js().as_bytes().to_vec();
    Ok(Files::from([
        (format!("{stem}.js"), glue),
        (format!("{stem}_bg.wasm"), wasm),
    ]))
}
