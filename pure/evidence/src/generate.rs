//! Checks the tables and writes what is generated from them.
