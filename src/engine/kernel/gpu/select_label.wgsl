// Of outputs for each label, that of the label which the row is told; an invocation does a row.

struct Info {
    rows: u32,
    labels: u32,
    told_rows: u32,
    // Columns of what is told, of which the last are the labels, one-hot.
    width: u32,
}

@group(0) @binding(0) var<storage, read_write> outputs: array<f32>;
@group(0) @binding(1) var<storage, read_write> told: array<f32>;
@group(0) @binding(2) var<storage, read_write> selected: array<f32>;
@group(0) @binding(3) var<uniform> info: Info;

@compute @workgroup_size(64)
fn main(
    @builtin(workgroup_id) group: vec3<u32>,
    @builtin(num_workgroups) groups: vec3<u32>,
    @builtin(local_invocation_index) lane: u32,
) {
    let at = global_index(group, groups, lane);
    if at >= info.rows { return; }
    let first = (at % info.told_rows + 1u) * info.width - info.labels;
    var sum = 0.0;
    for (var label = 0u; label < info.labels; label += 1u) {
        sum += outputs[at * info.labels + label] * told[first + label];
    }
    selected[at] = sum;
}
