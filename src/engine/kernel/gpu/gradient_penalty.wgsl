// The squared norm of each row of gradients, and the gradient of the penalty by that row; an invocation does a row.

struct Info {
    batch: u32,
    features: u32,
    // A discriminant of `NormPenalty`.
    penalty: u32,
}

// Each over the batch.
@group(0) @binding(0) var<storage, read_write> gradients: array<f32>;
// The fields of `StepScalars`.
@group(0) @binding(1) var<storage, read_write> scalars: array<f32>;
@group(0) @binding(2) var<storage, read_write> squares: array<f32>;
@group(0) @binding(3) var<storage, read_write> scaled: array<f32>;
@group(0) @binding(4) var<uniform> info: Info;

// Keeps the division by a vanishing norm finite.
const SMALLEST_NORM: f32 = 1e-12;

@compute @workgroup_size(64)
fn main(
    @builtin(workgroup_id) group: vec3<u32>,
    @builtin(num_workgroups) groups: vec3<u32>,
    @builtin(local_invocation_index) lane: u32,
) {
    let row = global_index(group, groups, lane);
    if row >= info.batch { return; }
    let batch = f32(info.batch);
    var square = 0.0;
    for (var column = 0u; column < info.features; column += 1u) {
        let at = row * info.features + column;
        square += gradients[at] * gradients[at];
    }
    squares[row] = batch * square;
    var factor = 1.0;
    if info.penalty == 1u { factor = 2.0 - 2.0 / max(batch * sqrt(square), SMALLEST_NORM); }
    for (var column = 0u; column < info.features; column += 1u) {
        let at = row * info.features + column;
        scaled[at] = scalars[4] * factor * batch * gradients[at];
    }
}
