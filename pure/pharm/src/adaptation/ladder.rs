//! What each panel length does to amounts: it depends on the kinetics alone, is computed once, and is shared by bodies that
//! differ only in how they adapt. Knows nothing of adaptation.

use std::sync::{Arc, OnceLock};

use super::{RUNGS, length_of};
use crate::collocation::COLLOCATION;
use crate::instructions::{Instructions, Kernel};
use crate::kinetics::{Fate, Kinetics, Parts, Propagator, Strides};
use crate::lanes::{LANES, Lanes, Simd};
use crate::params::Params;

/// What one panel length does to amounts: the part that depends on the kinetics alone.
#[derive(Clone, Debug)]
#[repr(C, align(64))]
pub(super) struct Reach {
    /// X at the nodes per mg in g1, g2, m1, m2, h at the start, ng/mL per mg.
    pub(super) seen: [Lanes; 5],
    /// The step to the end for what was swallowed at once and holds no 7-OH.
    pub(super) leaf: Propagator,
    length_h: f64,
    per_mg: f64,
    per_mg7: f64,
    kinetics: Kinetics,
    /// Most bodies never need it.
    more: OnceLock<Box<More>>,
}

/// What only infusions and swallowed 7-OH need.
#[derive(Clone, Debug)]
#[repr(C, align(64))]
pub(super) struct More {
    /// X at the nodes per mg in k1, k2 and per mg/h of either inflow.
    pub(super) seen: [Lanes; 4],
    pub(super) propagator: Propagator,
}

/// The reaches of all rungs. Bodies that differ only in how they adapt share one.
#[derive(Clone, Debug)]
pub(crate) struct Ladder {
    params: Params,
    kinetics: Kinetics,
    reaches: Vec<OnceLock<Arc<Reach>>>,
    strides: Strides,
}

impl Ladder {
    /// What amounts do over `foreseen_h` (lengths in h) is worked out at once; what they do over others when it is asked for.
    pub(crate) fn new(params: &Params, foreseen_h: impl Iterator<Item = f64>) -> Ladder {
        let kinetics = Kinetics::new(params);
        Ladder {
            params: *params,
            strides: Strides::new(&kinetics, foreseen_h),
            kinetics,
            reaches: vec![OnceLock::new(); RUNGS],
        }
    }

    #[inline(always)]
    pub(crate) fn strides(&self) -> &Strides {
        &self.strides
    }

    pub(crate) fn kinetics(&self) -> &Kinetics {
        &self.kinetics
    }

    pub(super) fn reach(&self, idx: usize) -> Arc<Reach> {
        let made = || Arc::new(Reach::new(length_of(idx), &self.kinetics, &self.params));
        Arc::clone(self.reaches[idx].get_or_init(made))
    }
}

impl Reach {
    fn new(length_h: f64, kinetics: &Kinetics, p: &Params) -> Reach {
        let per_mg = 1000.0 / p.v1;
        let per_mg7 = p.rho * 1000.0 / p.v7;
        let at_nodes = at_nodes(kinetics, length_h, Parts::LEAF);
        let seen = |fate: fn(&Propagator) -> &Fate| seen(&at_nodes, per_mg, per_mg7, fate);
        Reach {
            seen: [
                seen(|propagator| &propagator.from_g1),
                seen(|propagator| &propagator.from_g2),
                seen(|propagator| &propagator.from_m1),
                seen(|propagator| &propagator.from_m2),
                at_nodes.each_ref().map(|propagator| per_mg7 * propagator.h_kept),
            ],
            // The last node is the end.
            leaf: at_nodes[LANES - 1],
            length_h,
            per_mg,
            per_mg7,
            kinetics: kinetics.clone(),
            more: OnceLock::new(),
        }
    }

    pub(super) fn more(&self) -> &More {
        self.more.get_or_init(|| {
            let at_nodes = at_nodes(&self.kinetics, self.length_h, Parts::ALL);
            let seen = |fate: fn(&Propagator) -> &Fate| seen(&at_nodes, self.per_mg, self.per_mg7, fate);
            Box::new(More {
                seen: [
                    seen(|propagator| &propagator.from_k1),
                    seen(|propagator| &propagator.from_k2),
                    seen(|propagator| &propagator.from_inflow),
                    seen(|propagator| &propagator.from_inflow7),
                ],
                propagator: at_nodes[LANES - 1],
            })
        })
    }
}

fn seen(at_nodes: &[Propagator; LANES], per_mg: f64, per_mg7: f64, fate: fn(&Propagator) -> &Fate) -> Lanes {
    at_nodes.each_ref().map(|propagator| {
        let fate = fate(propagator);
        per_mg * fate.m1 + per_mg7 * fate.h
    })
}

/// The linear solution from the start to each node.
fn at_nodes(kinetics: &Kinetics, length_h: f64, parts: Parts) -> [Propagator; LANES] {
    Instructions::widest().run(AtNodes {
        kinetics,
        lengths_h: COLLOCATION.nodes.map(|node| node * length_h),
        parts,
    })
}

struct AtNodes<'a> {
    kinetics: &'a Kinetics,
    lengths_h: Lanes,
    parts: Parts,
}

impl Kernel for AtNodes<'_> {
    type Found = [Propagator; LANES];

    #[inline(always)]
    fn run<S: Simd>(self, _simd: S) -> [Propagator; LANES] {
        self.kinetics.propagators(&self.lengths_h, self.parts)
    }
}
