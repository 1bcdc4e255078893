// What the next step is dealt, from the schedule of many: a number that tells which step is next, then a row for each.

struct Info {
    rows: u32,
    features: u32,
    // Noise for one batch, how often, and from one to the next where it goes.
    noise: u32,
    noises: u32,
    noise_stride: u32,
    // Numbers shown to an encoder in the place of the batch.
    shown: u32,
    // Numbers of a row of the schedule.
    stride: u32,
    // Whether four values lie in a word, as bytes.
    packed: u32,
    centred: u32,
}

@group(0) @binding(0) var<storage, read_write> dataset: array<u32>;
@group(0) @binding(1) var<storage, read_write> schedule: array<f32>;
@group(0) @binding(2) var<storage, read_write> pace: array<f32>;
@group(0) @binding(3) var<storage, read_write> batch: array<f32>;
@group(0) @binding(4) var<storage, read_write> noise: array<f32>;
@group(0) @binding(5) var<storage, read_write> shown: array<f32>;
@group(0) @binding(6) var<uniform> info: Info;

const PACE: u32 = 3u;

fn value(at: u32) -> f32 {
    if info.packed == 0u { return bitcast<f32>(dataset[at]); }
    return f32((dataset[at / 4u] >> (8u * (at % 4u))) & 255u) / 255.0;
}

@compute @workgroup_size(64)
fn main(
    @builtin(workgroup_id) group: vec3<u32>,
    @builtin(num_workgroups) groups: vec3<u32>,
    @builtin(local_invocation_index) unit: u32,
) {
    let at = place(group, groups, unit);
    let row = 1u + u32(schedule[0]) * info.stride;
    if at < PACE { pace[at] = schedule[row + at]; }
    if at < info.rows * info.features {
        let example = u32(schedule[row + PACE + at / info.features]);
        let found = value(example * info.features + at % info.features);
        batch[at] = select(found, 2.0 * found - 1.0, info.centred == 1u);
    }
    let first_noise = row + PACE + info.rows;
    if at < info.noises * info.noise {
        noise[at / info.noise * info.noise_stride + at % info.noise] = schedule[first_noise + at];
    }
    if at < info.shown { shown[at] = schedule[first_noise + info.noises * info.noise + at]; }
}
