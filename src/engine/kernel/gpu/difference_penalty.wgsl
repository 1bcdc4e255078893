// The squared slopes between real examples and the same ones perturbed, and their pull at both logits; an invocation does an
// example.

struct Info {
    batch: u32,
    perturbation: f32,
}

// Of real examples, of generated ones, of perturbed ones.
@group(0) @binding(0) var<storage, read_write> logits: array<f32>;
// The fields of `StepScalars`.
@group(0) @binding(1) var<storage, read_write> scalars: array<f32>;
@group(0) @binding(2) var<storage, read_write> gradients: array<f32>;
@group(0) @binding(3) var<storage, read_write> squares: array<f32>;
@group(0) @binding(4) var<uniform> info: Info;

@compute @workgroup_size(64)
fn main(
    @builtin(workgroup_id) group: vec3<u32>,
    @builtin(num_workgroups) groups: vec3<u32>,
    @builtin(local_invocation_index) lane: u32,
) {
    let at = global_index(group, groups, lane);
    if at >= info.batch { return; }
    let perturbed = 2u * info.batch + at;
    let share = 1.0 / f32(info.batch);
    let slope = (logits[perturbed] - logits[at]) / info.perturbation;
    let pull = share * scalars[4] * slope / info.perturbation;
    gradients[at] -= pull;
    gradients[perturbed] += pull;
    squares[at] = share * slope * slope;
}
