// The inputs of the next step, from a schedule of several steps: the index of the next one, then a row for each.

struct Info {
    rows: u32,
    features: u32,
    // Numbers in one batch of noise, batches of noise, and the distance between them in the output.
    noise: u32,
    noise_batches: u32,
    noise_stride: u32,
    // Numbers of a corrupted encoder input; 0 where it is the batch itself.
    encoder_input: u32,
    // Length of a row of the schedule.
    stride: u32,
    // Whether a word holds four values, as bytes.
    packed: u32,
    centred: u32,
}

@group(0) @binding(0) var<storage, read_write> dataset: array<u32>;
@group(0) @binding(1) var<storage, read_write> schedule: array<f32>;
@group(0) @binding(2) var<storage, read_write> scalars: array<f32>;
@group(0) @binding(3) var<storage, read_write> batch: array<f32>;
@group(0) @binding(4) var<storage, read_write> noise: array<f32>;
@group(0) @binding(5) var<storage, read_write> encoder_input: array<f32>;
@group(0) @binding(6) var<uniform> info: Info;

const SCALARS: u32 = 5u;

fn value(at: u32) -> f32 {
    if info.packed == 0u { return bitcast<f32>(dataset[at]); }
    return f32((dataset[at / 4u] >> (8u * (at % 4u))) & 255u) / 255.0;
}

@compute @workgroup_size(64)
fn main(
    @builtin(workgroup_id) group: vec3<u32>,
    @builtin(num_workgroups) groups: vec3<u32>,
    @builtin(local_invocation_index) lane: u32,
) {
    let at = global_index(group, groups, lane);
    let row = 1u + u32(schedule[0]) * info.stride;
    if at < SCALARS { scalars[at] = schedule[row + at]; }
    if at < info.rows * info.features {
        let example = u32(schedule[row + SCALARS + at / info.features]);
        let found = value(example * info.features + at % info.features);
        batch[at] = select(found, 2.0 * found - 1.0, info.centred == 1u);
    }
    let first_noise = row + SCALARS + info.rows;
    if at < info.noise_batches * info.noise {
        noise[at / info.noise * info.noise_stride + at % info.noise] = schedule[first_noise + at];
    }
    if at < info.encoder_input { encoder_input[at] = schedule[first_noise + info.noise_batches * info.noise + at]; }
}
