// A running average goes a share of the way to its target.

@group(0) @binding(0) var<storage, read_write> goal: array<f32>;
// The numbers of `Pace`.
@group(0) @binding(1) var<storage, read_write> pace: array<f32>;
@group(0) @binding(2) var<storage, read_write> own: array<f32>;
@group(0) @binding(3) var<uniform> count: u32;

@compute @workgroup_size(64)
fn main(
    @builtin(workgroup_id) group: vec3<u32>,
    @builtin(num_workgroups) groups: vec3<u32>,
    @builtin(local_invocation_index) unit: u32,
) {
    let at = place(group, groups, unit);
    if at < count { own[at] += pace[2] * (goal[at] - own[at]); }
}
