//! Numbers for tests that look random and are the same on every run: a linear congruential generator.

/// A source of numbers below a bound.
pub fn numbers(seed: u32) -> impl FnMut(u32) -> u32 {
    let mut state = seed;
    move |below| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 16) % below
    }
}
