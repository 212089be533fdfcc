//! Which vector instructions the engine's kernels are compiled for, and running them with the widest this machine has.
//! A kernel is one piece of code; it is compiled once per choice here. The choices differ in speed and in nothing else: no sum is
//! reordered and no product is fused with a sum, so all of them give the same bits.

use crate::lanes::{Plain, Simd};

/// A set of instructions kernels can run with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Instructions {
    /// What the program was compiled for.
    Plain,
    /// Four numbers at a time (AVX2).
    Four,
    /// Eight numbers at a time (AVX-512).
    Eight,
}

/// One piece of work, whatever registers there are. `run` must be `#[inline(always)]`, and everything in it that matters for speed too.
pub(crate) trait Kernel {
    type Found;

    fn run<S: Simd>(self, simd: S) -> Self::Found;
}

impl Instructions {
    /// All choices, the narrowest first.
    pub const ALL: [Instructions; 3] = [Instructions::Plain, Instructions::Four, Instructions::Eight];

    /// The widest this machine has.
    ///
    /// ```
    /// assert!(ebb_pharm::Instructions::widest().are_here());
    /// ```
    #[must_use]
    pub fn widest() -> Instructions {
        let [.., four, eight] = Instructions::ALL;
        if eight.are_here() {
            eight
        } else if four.are_here() {
            four
        } else {
            Instructions::Plain
        }
    }

    /// Whether this machine has them. Where it has not, kernels run plain.
    #[must_use]
    pub fn are_here(self) -> bool {
        match self {
            Instructions::Plain => true,
            #[cfg(target_arch = "x86_64")]
            Instructions::Four => pulp::x86::V3::try_new().is_some(),
            #[cfg(target_arch = "x86_64")]
            Instructions::Eight => pulp::x86::V4::try_new().is_some(),
            #[cfg(not(target_arch = "x86_64"))]
            Instructions::Four | Instructions::Eight => false,
        }
    }

    /// Runs a kernel.
    #[inline(always)]
    pub(crate) fn run<K: Kernel>(self, kernel: K) -> K::Found {
        #[cfg(target_arch = "x86_64")]
        {
            match self {
                Instructions::Plain => {}
                Instructions::Four => {
                    if let Some(here) = pulp::x86::V3::try_new() {
                        return pulp::Simd::vectorize(here, Wide(kernel, here));
                    }
                }
                Instructions::Eight => {
                    if let Some(here) = pulp::x86::V4::try_new() {
                        return pulp::Simd::vectorize(here, Wide(kernel, here));
                    }
                }
            }
        }
        plain(kernel)
    }
}

#[inline(never)]
fn plain<K: Kernel>(kernel: K) -> K::Found {
    kernel.run(Plain)
}

#[cfg(target_arch = "x86_64")]
struct Wide<K, S>(K, S);

#[cfg(target_arch = "x86_64")]
impl<K: Kernel, S: Simd> pulp::WithSimd for Wide<K, S> {
    type Output = K::Found;

    #[inline(always)]
    fn with_simd<P: pulp::Simd>(self, _instructions: P) -> K::Found {
        self.0.run(self.1)
    }
}
