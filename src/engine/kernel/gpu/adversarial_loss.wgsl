// The losses of a GAN's networks and their gradients; an invocation does an example.

struct Info {
    batch: u32,
    // A discriminant of `AdversarialLogits`.
    logits_of: u32,
    // A discriminant of `AdversarialKind`.
    kind: u32,
}

@group(0) @binding(0) var<storage, read_write> logits: array<f32>;
@group(0) @binding(1) var<storage, read_write> losses: array<f32>;
@group(0) @binding(2) var<storage, read_write> gradients: array<f32>;
@group(0) @binding(3) var<uniform> info: Info;

// `ln(1 + x)` for 0 to 1; near 0, `1 + x` would lose the digits of `x`.
fn log_plus_one(x: f32) -> f32 {
    return select(log(1.0 + x), x * (1.0 - x * (0.5 - x * (1.0 / 3.0 - 0.25 * x))), x < 0.02);
}

// `ln(1 + e^x)` and its derivative.
fn softplus(x: f32) -> vec2<f32> {
    let small = exp(-abs(x));
    let derivative = select(small, 1.0, x > 0.0) / (1.0 + small);
    return vec2(max(x, 0.0) + log_plus_one(small), derivative);
}

@compute @workgroup_size(64)
fn main(
    @builtin(workgroup_id) group: vec3<u32>,
    @builtin(num_workgroups) groups: vec3<u32>,
    @builtin(local_invocation_index) lane: u32,
) {
    let at = global_index(group, groups, lane);
    if at >= info.batch { return; }
    let weight = 1.0 / f32(info.batch);
    let first = logits[at];
    // A loss and its derivative.
    var found = vec2(0.0, 0.0);
    if info.logits_of == 1u {
        switch info.kind {
            case 0u: { found = softplus(-first) * vec2(1.0, -1.0); }
            case 1u: { found = -softplus(first); }
            case 2u: { found = vec2(0.5 * (first - 1.0) * (first - 1.0), first - 1.0); }
            // The first logit is that of the real example.
            case 5u: { found = softplus(first - logits[info.batch + at]) * vec2(1.0, -1.0); }
            default: { found = vec2(-first, -1.0); }
        }
        losses[at] = weight * found.x;
        gradients[at] = weight * found.y;
        return;
    }
    let second = logits[info.batch + at];
    var other = vec2(0.0, 0.0);
    switch info.kind {
        case 0u, 1u: {
            found = softplus(-first) * vec2(1.0, -1.0);
            other = softplus(second);
        }
        case 2u: {
            found = vec2(0.5 * (first - 1.0) * (first - 1.0), first - 1.0);
            other = vec2(0.5 * second * second, second);
        }
        case 3u: {
            found = vec2(max(1.0 - first, 0.0), select(0.0, -1.0, first < 1.0));
            other = vec2(max(1.0 + second, 0.0), select(0.0, 1.0, second > -1.0));
        }
        case 4u: {
            found = vec2(-first, -1.0);
            other = vec2(second, 1.0);
        }
        default: {
            other = softplus(second - first);
            found = vec2(0.0, -other.y);
        }
    }
    losses[at] = weight * (found.x + other.x);
    gradients[at] = weight * found.y;
    gradients[info.batch + at] = weight * other.y;
    if info.logits_of == 2u { gradients[2u * info.batch + at] = 0.0; }
}
