//! The sinks: where rendered files go.
//!
//! `Sink` is what render writes into. `Folder` stages a site beside the live one and exchanges the
//! two at the end, so that the live folder is always one whole site; `Memory` keeps the files for
//! tests, the live server and whoever wants them without a disk.

pub mod folder;
pub mod memory;
pub mod sink;

pub use folder::Folder;
pub use memory::Memory;
pub use sink::Sink;
