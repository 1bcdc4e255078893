// An exponential moving average moves towards its target by its weight.

@group(0) @binding(0) var<storage, read_write> target_values: array<f32>;
// The fields of `StepScalars`.
@group(0) @binding(1) var<storage, read_write> scalars: array<f32>;
@group(0) @binding(2) var<storage, read_write> ema: array<f32>;
@group(0) @binding(3) var<uniform> count: u32;

@compute @workgroup_size(64)
fn main(
    @builtin(workgroup_id) group: vec3<u32>,
    @builtin(num_workgroups) groups: vec3<u32>,
    @builtin(local_invocation_index) lane: u32,
) {
    let at = global_index(group, groups, lane);
    if at < count { ema[at] += scalars[2] * (target_values[at] - ema[at]); }
}
