// The gradient of what a label was selected from: that of the selected one at its label, 0 at others.

struct Info {
    rows: u32,
    labels: u32,
    told_rows: u32,
    // Columns of what is told, of which the last are the labels, one-hot.
    width: u32,
}

@group(0) @binding(0) var<storage, read_write> gradients: array<f32>;
@group(0) @binding(1) var<storage, read_write> told: array<f32>;
@group(0) @binding(2) var<storage, read_write> spread: array<f32>;
@group(0) @binding(3) var<uniform> info: Info;

@compute @workgroup_size(64)
fn main(
    @builtin(workgroup_id) group: vec3<u32>,
    @builtin(num_workgroups) groups: vec3<u32>,
    @builtin(local_invocation_index) lane: u32,
) {
    let at = global_index(group, groups, lane);
    if at >= info.rows * info.labels { return; }
    let row = at / info.labels;
    let first = (row % info.told_rows + 1u) * info.width - info.labels;
    spread[at] = gradients[row] * told[first + at % info.labels];
}
