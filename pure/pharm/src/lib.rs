//! The pharmacology engine: hours and milligrams in, concentrations, adaptation and withdrawal out.
