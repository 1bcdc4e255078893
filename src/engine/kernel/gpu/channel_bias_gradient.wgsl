// The gradients of a transposed convolution's biases, one for each channel: a workgroup sums over the pixels of a channel.

struct Info {
    pixels: u32,
    channels: u32,
    bias: u32,
}

@group(0) @binding(0) var<storage, read_write> gradient: array<f32>;
@group(0) @binding(1) var<storage, read_write> gradients: array<f32>;
@group(0) @binding(2) var<uniform> info: Info;

var<workgroup> partial_sums: array<f32, 256>;

@compute @workgroup_size(256)
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
    var sum = 0.0;
    for (var pixel = lane; pixel < info.pixels; pixel += 256u) {
        sum += gradient[pixel * info.channels + group.x];
    }
    partial_sums[lane] = sum;
    workgroupBarrier();
    for (var half = 128u; half > 0u; half /= 2u) {
        if lane < half { partial_sums[lane] += partial_sums[lane + half]; }
        workgroupBarrier();
    }
    if lane == 0u { gradients[info.bias + group.x] = partial_sums[0]; }
}
