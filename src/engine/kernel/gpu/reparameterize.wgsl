// A code sampled from each posterior, and the divergence of each posterior; an invocation does a row.

struct Info {
    rows: u32,
    width: u32,
    // Columns of noise and codes: what stands behind the code is passed on.
    columns: u32,
}

@group(0) @binding(0) var<storage, read_write> posterior: array<f32>;
@group(0) @binding(1) var<storage, read_write> noise: array<f32>;
@group(0) @binding(2) var<storage, read_write> codes: array<f32>;
@group(0) @binding(3) var<storage, read_write> divergences: array<f32>;
@group(0) @binding(4) var<uniform> info: Info;

@compute @workgroup_size(64)
fn main(
    @builtin(workgroup_id) group: vec3<u32>,
    @builtin(num_workgroups) groups: vec3<u32>,
    @builtin(local_invocation_index) lane: u32,
) {
    let row = global_index(group, groups, lane);
    if row >= info.rows { return; }
    var divergence = 0.0;
    for (var column = 0u; column < info.width; column += 1u) {
        let mean_index = row * 2u * info.width + column;
        let mean = posterior[mean_index];
        let log_variance = posterior[mean_index + info.width];
        let deviation = exp(0.5 * log_variance);
        let at = row * info.columns + column;
        codes[at] = mean + deviation * noise[at];
        divergence += 0.5 * (mean * mean + deviation * deviation - log_variance - 1.0);
    }
    for (var column = info.width; column < info.columns; column += 1u) {
        let at = row * info.columns + column;
        codes[at] = noise[at];
    }
    divergences[row] = divergence;
}
