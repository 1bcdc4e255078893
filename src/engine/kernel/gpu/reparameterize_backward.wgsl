// The gradient of each posterior's parameters from that of its code and the weight of its divergence.

struct Info {
    count: u32,
    width: u32,
    // Columns of the noise and of the codes' gradient.
    columns: u32,
    weight: f32,
}

@group(0) @binding(0) var<storage, read_write> posterior: array<f32>;
@group(0) @binding(1) var<storage, read_write> noise: array<f32>;
@group(0) @binding(2) var<storage, read_write> code_gradient: array<f32>;
// The fields of `StepScalars`.
@group(0) @binding(3) var<storage, read_write> scalars: array<f32>;
@group(0) @binding(4) var<storage, read_write> gradients: array<f32>;
@group(0) @binding(5) var<uniform> info: Info;

@compute @workgroup_size(64)
fn main(
    @builtin(workgroup_id) group: vec3<u32>,
    @builtin(num_workgroups) groups: vec3<u32>,
    @builtin(local_invocation_index) lane: u32,
) {
    let at = global_index(group, groups, lane);
    if at >= info.count { return; }
    let mean_index = at / info.width * 2u * info.width + at % info.width;
    let deviation = exp(0.5 * posterior[mean_index + info.width]);
    let code_index = at / info.width * info.columns + at % info.width;
    let gradient = code_gradient[code_index];
    let weight = info.weight * scalars[4];
    gradients[mean_index] = gradient + weight * posterior[mean_index];
    gradients[mean_index + info.width] =
        0.5 * (gradient * deviation * noise[code_index] + weight * (deviation * deviation - 1.0));
}
