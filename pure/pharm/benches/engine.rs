//! What the engine costs.
fn main() {
    divan::main();
}
