// The gradient of each belief from that of the code drawn from it and the weight of its divergence.

struct Info {
    count: u32,
    width: u32,
    weight: f32,
}

@group(0) @binding(0) var<storage, read_write> beliefs: array<f32>;
@group(0) @binding(1) var<storage, read_write> noise: array<f32>;
@group(0) @binding(2) var<storage, read_write> of_code: array<f32>;
@group(0) @binding(3) var<storage, read_write> gradients: array<f32>;
@group(0) @binding(4) var<uniform> info: Info;

@compute @workgroup_size(64)
fn main(
    @builtin(workgroup_id) group: vec3<u32>,
    @builtin(num_workgroups) groups: vec3<u32>,
    @builtin(local_invocation_index) unit: u32,
) {
    let at = place(group, groups, unit);
    if at >= info.count { return; }
    let belief = at / info.width * 2u * info.width + at % info.width;
    let deviation = exp(0.5 * beliefs[belief + info.width]);
    gradients[belief] = of_code[at] + info.weight * beliefs[belief];
    gradients[belief + info.width] =
        0.5 * (of_code[at] * deviation * noise[at] + info.weight * (deviation * deviation - 1.0));
}
