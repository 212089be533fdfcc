//! The diary: entries in, state and views out.
