// Rows between those of two matrices.

struct Info {
    count: u32,
    columns: u32,
}

@group(0) @binding(0) var<storage, read_write> first: array<f32>;
@group(0) @binding(1) var<storage, read_write> second: array<f32>;
// Of the first, a number for each row.
@group(0) @binding(2) var<storage, read_write> share: array<f32>;
@group(0) @binding(3) var<storage, read_write> between: array<f32>;
@group(0) @binding(4) var<uniform> info: Info;

@compute @workgroup_size(64)
fn main(
    @builtin(workgroup_id) group: vec3<u32>,
    @builtin(num_workgroups) groups: vec3<u32>,
    @builtin(local_invocation_index) lane: u32,
) {
    let at = global_index(group, groups, lane);
    if at >= info.count { return; }
    let of_first = share[at / info.columns];
    between[at] = of_first * first[at] + (1.0 - of_first) * second[at];
}
