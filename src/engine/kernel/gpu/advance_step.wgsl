// Advances the schedule to the next step.

@group(0) @binding(0) var<storage, read_write> schedule: array<f32>;

@compute @workgroup_size(1)
fn main() {
    schedule[0] += 1.0;
}
