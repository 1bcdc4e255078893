// Numbers after numbers.

struct Info {
    above: u32,
    all: u32,
}

@group(0) @binding(0) var<storage, read_write> above: array<f32>;
@group(0) @binding(1) var<storage, read_write> below: array<f32>;
@group(0) @binding(2) var<storage, read_write> stacked: array<f32>;
@group(0) @binding(3) var<uniform> info: Info;

@compute @workgroup_size(64)
fn main(
    @builtin(workgroup_id) group: vec3<u32>,
    @builtin(num_workgroups) groups: vec3<u32>,
    @builtin(local_invocation_index) unit: u32,
) {
    let at = place(group, groups, unit);
    if at >= info.all { return; }
    if at < info.above {
        stacked[at] = above[at];
    } else {
        stacked[at] = below[at - info.above];
    }
}
