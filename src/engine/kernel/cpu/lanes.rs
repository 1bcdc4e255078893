//! SIMD vectors of four floats: WebAssembly's in the browser, arrays elsewhere.
//!
//! With relaxed SIMD a multiply-add is one instruction, rounded once where the processor has it so;
//! results then differ between machines in their last digit.

#[cfg(target_arch = "wasm32")]
use core::arch::wasm32::*;

/// Four floats.
#[derive(Clone, Copy)]
#[cfg(target_arch = "wasm32")]
pub struct Lanes(v128);

#[cfg(target_arch = "wasm32")]
#[allow(clippy::inline_always, reason = "a call would cost more than the work")]
impl Lanes {
    #[inline(always)]
    pub fn splat(value: f32) -> Self {
        Self(f32x4_splat(value))
    }

    #[inline(always)]
    pub fn load(values: &[f32; 4]) -> Self {
        Self(f32x4(values[0], values[1], values[2], values[3]))
    }

    #[inline(always)]
    pub fn to_array(self) -> [f32; 4] {
        [
            f32x4_extract_lane::<0>(self.0),
            f32x4_extract_lane::<1>(self.0),
            f32x4_extract_lane::<2>(self.0),
            f32x4_extract_lane::<3>(self.0),
        ]
    }

    /// The transpose of four rows.
    #[inline(always)]
    pub fn transpose([a, b, c, d]: [Self; 4]) -> [Self; 4] {
        let (low, high) = (
            i32x4_shuffle::<0, 4, 1, 5>(a.0, c.0),
            i32x4_shuffle::<2, 6, 3, 7>(a.0, c.0),
        );
        let (other_low, other_high) = (
            i32x4_shuffle::<0, 4, 1, 5>(b.0, d.0),
            i32x4_shuffle::<2, 6, 3, 7>(b.0, d.0),
        );
        [
            Self(i32x4_shuffle::<0, 4, 1, 5>(low, other_low)),
            Self(i32x4_shuffle::<2, 6, 3, 7>(low, other_low)),
            Self(i32x4_shuffle::<0, 4, 1, 5>(high, other_high)),
            Self(i32x4_shuffle::<2, 6, 3, 7>(high, other_high)),
        ]
    }

    #[inline(always)]
    pub fn add(self, other: Self) -> Self {
        Self(f32x4_add(self.0, other.0))
    }

    #[inline(always)]
    pub fn sub(self, other: Self) -> Self {
        Self(f32x4_sub(self.0, other.0))
    }

    #[inline(always)]
    pub fn mul(self, other: Self) -> Self {
        Self(f32x4_mul(self.0, other.0))
    }

    #[inline(always)]
    pub fn div(self, other: Self) -> Self {
        Self(f32x4_div(self.0, other.0))
    }

    /// `self + left * right`
    #[inline(always)]
    pub fn plus_product(self, left: Self, right: Self) -> Self {
        #[cfg(target_feature = "relaxed-simd")]
        return Self(f32x4_relaxed_madd(left.0, right.0, self.0));
        #[cfg(not(target_feature = "relaxed-simd"))]
        return Self(f32x4_add(self.0, f32x4_mul(left.0, right.0)));
    }

    #[inline(always)]
    pub fn max(self, other: Self) -> Self {
        Self(f32x4_pmax(self.0, other.0))
    }

    #[inline(always)]
    pub fn min(self, other: Self) -> Self {
        Self(f32x4_pmin(self.0, other.0))
    }

    #[inline(always)]
    pub fn abs(self) -> Self {
        Self(f32x4_abs(self.0))
    }

    #[inline(always)]
    pub fn sqrt(self) -> Self {
        Self(f32x4_sqrt(self.0))
    }

    #[inline(always)]
    fn round(self) -> Self {
        Self(f32x4_nearest(self.0))
    }

    /// Selects by lane: `then` where this is above zero, `otherwise` elsewhere.
    #[inline(always)]
    pub fn if_positive(self, then: Self, otherwise: Self) -> Self {
        let mask = f32x4_gt(self.0, f32x4_splat(0.0));
        Self(v128_bitselect(then.0, otherwise.0, mask))
    }

    /// `self * 2^power` for whole numbers from -126 to 127
    #[inline(always)]
    fn times_power_of_two(self, power: Self) -> Self {
        // 1.5 * 2^23 + 127: the sum has the biased exponent in its last bits.
        let exponent = f32x4_add(power.0, f32x4_splat(12_583_039.0));
        Self(f32x4_mul(self.0, i32x4_shl(exponent, 23)))
    }
}

/// Four floats.
#[derive(Clone, Copy)]
#[cfg(not(target_arch = "wasm32"))]
pub struct Lanes([f32; 4]);

#[cfg(not(target_arch = "wasm32"))]
#[allow(clippy::inline_always, reason = "a call would cost more than the work")]
impl Lanes {
    #[inline(always)]
    fn each(self, other: Self, operation: impl Fn(f32, f32) -> f32) -> Self {
        Self(std::array::from_fn(|lane| {
            operation(self.0[lane], other.0[lane])
        }))
    }

    #[inline(always)]
    pub fn splat(value: f32) -> Self {
        Self([value; 4])
    }

    #[inline(always)]
    pub fn load(values: &[f32; 4]) -> Self {
        Self(*values)
    }

    #[inline(always)]
    pub fn to_array(self) -> [f32; 4] {
        self.0
    }

    /// The transpose of four rows.
    #[inline(always)]
    pub fn transpose(rows: [Self; 4]) -> [Self; 4] {
        std::array::from_fn(|lane| Self(rows.map(|row| row.0[lane])))
    }

    #[inline(always)]
    pub fn add(self, other: Self) -> Self {
        self.each(other, |a, b| a + b)
    }

    #[inline(always)]
    pub fn sub(self, other: Self) -> Self {
        self.each(other, |a, b| a - b)
    }

    #[inline(always)]
    pub fn mul(self, other: Self) -> Self {
        self.each(other, |a, b| a * b)
    }

    #[inline(always)]
    pub fn div(self, other: Self) -> Self {
        self.each(other, |a, b| a / b)
    }

    /// `self + left * right`
    #[inline(always)]
    pub fn plus_product(self, left: Self, right: Self) -> Self {
        self.add(left.mul(right))
    }

    #[inline(always)]
    pub fn max(self, other: Self) -> Self {
        // As in WebAssembly, NaN stays NaN.
        self.each(other, |a, b| if a > b || a.is_nan() { a } else { b })
    }

    #[inline(always)]
    pub fn min(self, other: Self) -> Self {
        self.each(other, |a, b| if a < b || a.is_nan() { a } else { b })
    }

    #[inline(always)]
    pub fn abs(self) -> Self {
        Self(self.0.map(f32::abs))
    }

    #[inline(always)]
    pub fn sqrt(self) -> Self {
        Self(self.0.map(f32::sqrt))
    }

    #[inline(always)]
    fn round(self) -> Self {
        // Adding and subtracting 1.5 * 2^23 rounds small numbers to integers without a call.
        const SHIFT: f32 = 12_582_912.0;
        Self(self.0.map(|value| (value + SHIFT) - SHIFT))
    }

    /// Selects by lane: `then` where this is above zero, `otherwise` elsewhere.
    #[inline(always)]
    pub fn if_positive(self, then: Self, otherwise: Self) -> Self {
        Self(std::array::from_fn(|lane| {
            if self.0[lane] > 0.0 {
                then.0[lane]
            } else {
                otherwise.0[lane]
            }
        }))
    }

    /// `self * 2^power` for whole numbers from -126 to 127
    #[inline(always)]
    fn times_power_of_two(self, power: Self) -> Self {
        self.each(power, |value, power| {
            value * f32::from_bits((power as i32 + 127).cast_unsigned() << 23)
        })
    }
}

#[allow(clippy::inline_always, reason = "a call would cost more than the work")]
impl Lanes {
    /// `e^self`, to within 2 units in the last place; 0 below -87 and at most e^88.
    ///
    /// Range reduction by powers of two to at most ln 2 / 2, then the polynomial of Moshier's Cephes library (`expf`).
    #[inline(always)]
    pub fn exp(self) -> Self {
        let lowest = Self::splat(-87.0);
        let bounded = self.max(lowest).min(Self::splat(88.0));
        let power = bounded.mul(Self::splat(std::f32::consts::LOG2_E)).round();
        // ln 2 in two parts, so that the difference keeps full precision.
        let rest = bounded
            .plus_product(power, Self::splat(-0.693_359_4))
            .plus_product(power, Self::splat(2.121_944_4e-4));
        let mut sum = Self::splat(1.987_569_1e-4);
        for factor in [
            1.398_2e-3,
            8.333_452e-3,
            4.166_579_6e-2,
            1.666_666_5e-1,
            0.5,
        ] {
            sum = Self::splat(factor).plus_product(sum, rest);
        }
        let value = rest.add(Self::splat(1.0)).plus_product(sum, rest.mul(rest));
        value.times_power_of_two(power)
    }

    /// `ln(1 + self)` for 0 to 1, as `2 artanh(self / (2 + self))`, whose series is 8 terms long there.
    #[inline(always)]
    pub fn ln_1p(self) -> Self {
        let ratio = self.div(self.add(Self::splat(2.0)));
        let square = ratio.mul(ratio);
        let mut sum = Self::splat(2.0 / 15.0);
        for term in [13.0, 11.0, 9.0, 7.0, 5.0, 3.0, 1.0] {
            sum = Self::splat(2.0 / term).plus_product(sum, square);
        }
        ratio.mul(sum)
    }

    /// `1 / (1 + e^-self)`, from the exponential that cannot overflow.
    #[inline(always)]
    pub fn sigmoid(self) -> Self {
        let (one, zero) = (Self::splat(1.0), Self::splat(0.0));
        one.div(one.add(zero.sub(self).exp()))
    }

    /// `2 / (1 + e^-self) - 1`, exact also near zero.
    #[inline(always)]
    pub fn centred_sigmoid(self) -> Self {
        let (one, zero) = (Self::splat(1.0), Self::splat(0.0));
        let small = zero.sub(self.abs()).exp();
        let magnitude = one.sub(small).div(one.add(small));
        self.if_positive(magnitude, zero.sub(magnitude))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn worst(
        range: std::ops::RangeInclusive<i32>,
        found: impl Fn(Lanes) -> Lanes,
        exact: impl Fn(f64) -> f64,
    ) -> f64 {
        let mut worst = 0f64;
        for thousandth in range {
            let value = thousandth as f32 / 1000.0;
            let exact = exact(f64::from(value));
            let found = f64::from(found(Lanes::splat(value)).to_array()[0]);
            worst = worst.max((found - exact).abs() / exact.abs().max(1e-30));
        }
        worst
    }

    #[test]
    fn functions_agree_with_double_precision() {
        assert!(worst(-86_000..=87_000, Lanes::exp, f64::exp) < 3e-7);
        assert!(worst(1..=1000, Lanes::ln_1p, f64::ln_1p) < 3e-7);
        assert!(
            worst(-80_000..=80_000, Lanes::sigmoid, |x| 1.0
                / (1.0 + (-x).exp()))
                < 4e-7
        );
    }
}
