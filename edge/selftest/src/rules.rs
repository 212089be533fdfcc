//! The vault's contract against this browser's database.

use std::cell::RefCell;

use ebb_vault::contract::{Verdict, check_backend, check_shared};
use ebb_vault::{BackendError, IndexedDbBackend};
use serde_json::{Value, json};
use wasm_bindgen::prelude::{JsError, wasm_bindgen};

/// Every rule and whether it holds here: `[{"rule": "…", "broken": null | "why"}]`. A database that cannot be made or
/// deleted is an error.
///
/// # Errors
/// What the browser said when it would not make or delete a database.
#[wasm_bindgen]
pub async fn verdicts() -> Result<String, JsError> {
    let made = Made::default();
    let mut verdicts = check_backend(async || made.fresh().await).await;
    verdicts.extend(check_shared(async || made.twice().await).await);
    made.remove().await?;
    let lines: Vec<Value> = verdicts.iter().map(line).collect();
    Ok(Value::Array(lines).to_string())
}

fn line(verdict: &Verdict) -> Value {
    let broken = verdict.outcome.as_ref().err().map(|broken| format!("{broken:?}"));
    json!({ "rule": verdict.rule, "broken": broken })
}

/// The databases made so far.
#[derive(Default)]
struct Made(RefCell<Vec<String>>);

impl Made {
    fn name(&self) -> String {
        let mut names = self.0.borrow_mut();
        let name = format!("ebb-selftest-{}-{}", js_sys::Math::random(), names.len());
        names.push(name.clone());
        name
    }

    async fn fresh(&self) -> IndexedDbBackend {
        open(&self.name()).await
    }

    async fn twice(&self) -> (IndexedDbBackend, IndexedDbBackend) {
        let name = self.name();
        (open(&name).await, open(&name).await)
    }

    async fn remove(&self) -> Result<(), BackendError> {
        for name in self.0.take() {
            IndexedDbBackend::remove(&name).await?;
        }
        Ok(())
    }
}

/// The contract's maker cannot fail: where a browser makes no database, there is nothing to check.
async fn open(name: &str) -> IndexedDbBackend {
    match IndexedDbBackend::open(name).await {
        Ok(backend) => backend,
        Err(error) => wasm_bindgen::throw_str(&format!("the browser made no database: {error}")),
    }
}
