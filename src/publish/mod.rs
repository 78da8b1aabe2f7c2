//! The sinks: where rendered files go.
//!
//! `Sink` is what render writes into; `Folder` stages a site beside the live one and exchanges the
//! two at the end; `Memory` keeps it for tests and the live server.

pub mod sink;
