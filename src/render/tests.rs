//! Stories of whole sites in memory.
