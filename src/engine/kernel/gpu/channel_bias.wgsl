// The gradients of biases that a whole channel shares: a group sums up a channel.

struct Info {
    pixels: u32,
    channels: u32,
    bias: u32,
}

@group(0) @binding(0) var<storage, read_write> gradient: array<f32>;
@group(0) @binding(1) var<storage, read_write> gradients: array<f32>;
@group(0) @binding(2) var<uniform> info: Info;

var<workgroup> parts: array<f32, 256>;

@compute @workgroup_size(256)
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) unit: u32) {
    var sum = 0.0;
    for (var pixel = unit; pixel < info.pixels; pixel += 256u) {
        sum += gradient[pixel * info.channels + group.x];
    }
    parts[unit] = sum;
    workgroupBarrier();
    for (var half = 128u; half > 0u; half /= 2u) {
        if unit < half { parts[unit] += parts[unit + half]; }
        workgroupBarrier();
    }
    if unit == 0u { gradients[info.bias + group.x] = parts[0]; }
}
