// The gradient of what a label was selected from: that of the selected one at its label, 0 at others; and in the first rows, as
// many as are told a label, that of a cross-entropy.

struct Info {
    rows: u32,
    labels: u32,
    told_rows: u32,
    // Columns of what is told, of which the last are the labels, one-hot.
    width: u32,
    // Of the cross-entropy of a row.
    weight: f32,
}

@group(0) @binding(0) var<storage, read_write> gradients: array<f32>;
@group(0) @binding(1) var<storage, read_write> outputs: array<f32>;
@group(0) @binding(2) var<storage, read_write> told: array<f32>;
@group(0) @binding(3) var<storage, read_write> spread: array<f32>;
@group(0) @binding(4) var<uniform> info: Info;

// From the softmax of a row's outputs the difference at one of them; nothing where the row is told no label.
fn cross_entropy(start: u32, first: u32, label: u32) -> f32 {
    var largest = outputs[start];
    for (var other = 1u; other < info.labels; other += 1u) {
        largest = max(largest, outputs[start + other]);
    }
    var sum = 0.0;
    var labels = 0.0;
    for (var other = 0u; other < info.labels; other += 1u) {
        sum += exp(outputs[start + other] - largest);
        labels += told[first + other];
    }
    if labels == 0.0 { return 0.0; }
    return exp(outputs[start + label] - largest) / sum - told[first + label];
}

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
    let label = at % info.labels;
    var slope = gradients[row] * told[first + label];
    if row < info.told_rows && info.weight != 0.0 {
        slope += info.weight * cross_entropy(at - label, first, label);
    }
    spread[at] = slope;
}
