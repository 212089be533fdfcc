//! The engine's answers are the frozen ones, in one thread and in two; the same file is held against a browser.

use ebb_selftest::engine;

const FROZEN: &str = include_str!("../frozen/engine.txt");

#[test]
fn the_engine_answers_as_it_always_did() {
    assert_eq!(
        engine::told(),
        FROZEN,
        "if this is meant, the engine has a new version: freeze what is left"
    );
}

#[test]
fn two_threads_give_what_one_gives() {
    let (one, other) = std::thread::scope(|scope| {
        let threads = [scope.spawn(engine::told), scope.spawn(engine::told)];
        let [one, other] = threads.map(|thread| thread.join());
        (one, other)
    });
    assert_eq!(one.as_deref().ok(), Some(FROZEN));
    assert_eq!(other.as_deref().ok(), Some(FROZEN));
}
