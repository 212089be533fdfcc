//! A picture with its other forms: a sentence for those who hear it, and a table for those who want the figures.

use ebb_present::chart::spec::Spec;
use ebb_present::chart::svg;
use serde::{Deserialize, Serialize};

/// A chart, ready for the page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// Its name.
    pub title: String,
    /// What a person who cannot see it needs to hear.
    pub description: String,
    /// The drawing: markup made by `ebb-present`, classes only, no style, no script.
    pub svg: String,
}

impl Figure {
    /// Draws `spec`, `width` pixels wide. `id` is unique on the page.
    pub(crate) fn of(spec: &Spec, width: u16, id: &str) -> Self {
        let options = svg::Options::page(width, id);
        let scene = svg::scene(spec, &options);
        Self {
            title: scene.title,
            description: scene.description,
            svg: svg::draw(spec, &options),
        }
    }
}
