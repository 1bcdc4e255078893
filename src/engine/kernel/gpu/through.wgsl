// A gradient taken back through an activation, whose derivative its output tells.

struct Info {
    count: u32,
    activation: u32,
}

@group(0) @binding(0) var<storage, read_write> gradient: array<f32>;
@group(0) @binding(1) var<storage, read_write> outputs: array<f32>;
@group(0) @binding(2) var<storage, read_write> of_sums: array<f32>;
@group(0) @binding(3) var<uniform> info: Info;

@compute @workgroup_size(64)
fn main(
    @builtin(workgroup_id) group: vec3<u32>,
    @builtin(num_workgroups) groups: vec3<u32>,
    @builtin(local_invocation_index) unit: u32,
) {
    let at = place(group, groups, unit);
    if at < info.count { of_sums[at] = gradient[at] * slope(info.activation, outputs[at]); }
}
