// One step of Adam for all parameters of a network.

struct Info {
    count: u32,
    beta1: f32,
    beta2: f32,
    epsilon: f32,
    // What the step size and the weight decay are times.
    rate: f32,
}

@group(0) @binding(0) var<storage, read_write> gradients: array<f32>;
// The fields of `StepScalars`.
@group(0) @binding(1) var<storage, read_write> scalars: array<f32>;
@group(0) @binding(2) var<storage, read_write> parameters: array<f32>;
@group(0) @binding(3) var<storage, read_write> first: array<f32>;
@group(0) @binding(4) var<storage, read_write> second: array<f32>;
@group(0) @binding(5) var<uniform> info: Info;

@compute @workgroup_size(64)
fn main(
    @builtin(workgroup_id) group: vec3<u32>,
    @builtin(num_workgroups) groups: vec3<u32>,
    @builtin(local_invocation_index) lane: u32,
) {
    let at = global_index(group, groups, lane);
    if at >= info.count { return; }
    let gradient = gradients[at];
    let mean = info.beta1 * first[at] + (1.0 - info.beta1) * gradient;
    let square = info.beta2 * second[at] + (1.0 - info.beta2) * gradient * gradient;
    first[at] = mean;
    second[at] = square;
    let step = info.rate * scalars[0] * mean / (sqrt(square) * scalars[1] + info.epsilon);
    parameters[at] = parameters[at] * (1.0 - info.rate * scalars[3]) - step;
}
