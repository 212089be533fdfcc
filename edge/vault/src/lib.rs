//! Keeps sealed records on this device.
