//! Every integration test, in one program so that it is linked once.

mod composing;
mod golden;
mod harness;
mod publishing;
mod real;
mod rules;
mod tidy;
