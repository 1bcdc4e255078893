// The prelude of every shader. All buffers are bound for reading and writing: those of one pool are the same buffer
// to WebGPU, which would refuse it in two usages at once.

const NEGATIVE_SLOPE: f32 = 0.2;

// `1 / (1 + e^-x)`, from the exponential that cannot overflow.
fn sigmoid(x: f32) -> f32 {
    let small = exp(-abs(x));
    return select(small, 1.0, x > 0.0) / (1.0 + small);
}

// By the discriminants of `Activation`. NaN stays NaN.
fn activate(activation: u32, x: f32) -> f32 {
    switch activation {
        case 1u: { return select(x, 0.0, x < 0.0); }
        case 2u: { return select(x, NEGATIVE_SLOPE * x, x < 0.0); }
        case 3u: { return sigmoid(x); }
        case 4u: {
            let small = exp(-abs(x));
            let magnitude = (1.0 - small) / (1.0 + small);
            return select(-magnitude, magnitude, x > 0.0);
        }
        default: { return x; }
    }
}

// The derivative of an activation, from its output.
fn derivative(activation: u32, output: f32) -> f32 {
    switch activation {
        case 1u: { return select(0.0, 1.0, output > 0.0); }
        case 2u: { return select(NEGATIVE_SLOPE, 1.0, output > 0.0); }
        case 3u: { return output * (1.0 - output); }
        case 4u: { return 0.5 * (1.0 - output) * (1.0 + output); }
        default: { return 1.0; }
    }
}

// The index of this invocation in the whole dispatch, with workgroups of 64.
fn global_index(group: vec3<u32>, groups: vec3<u32>, lane: u32) -> u32 {
    return (group.y * groups.x + group.x) * 64u + lane;
}
