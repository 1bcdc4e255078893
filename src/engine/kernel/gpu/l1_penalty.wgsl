// The L1 norm of each code, and its pull towards zero added to the code's gradient.

struct Info {
    rows: u32,
    columns: u32,
    weight: f32,
}

@group(0) @binding(0) var<storage, read_write> codes: array<f32>;
// The fields of `StepScalars`.
@group(0) @binding(1) var<storage, read_write> scalars: array<f32>;
@group(0) @binding(2) var<storage, read_write> gradients: array<f32>;
@group(0) @binding(3) var<storage, read_write> norms: array<f32>;
@group(0) @binding(4) var<uniform> info: Info;

@compute @workgroup_size(64)
fn main(
    @builtin(workgroup_id) group: vec3<u32>,
    @builtin(num_workgroups) groups: vec3<u32>,
    @builtin(local_invocation_index) lane: u32,
) {
    let row = global_index(group, groups, lane);
    if row >= info.rows { return; }
    let weight = info.weight * scalars[4];
    var norm = 0.0;
    for (var column = 0u; column < info.columns; column += 1u) {
        let at = row * info.columns + column;
        norm += abs(codes[at]);
        gradients[at] += weight * sign(codes[at]);
    }
    norms[row] = norm;
}
