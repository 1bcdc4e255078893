// Patches summed into images where they overlap (PyTorch's `fold`, col2im); then a bias for each channel and an activation
// or, where these are gradients, the derivative of the activation that made the images.

struct Info {
    count: u32,
    height: u32,
    width: u32,
    channels: u32,
    activation: u32,
    has_bias: u32,
    bias: u32,
    // Rows of a kernel: 4 with a stride of 2, or the 1 of a signal.
    kernel_height: u32,
}

@group(0) @binding(0) var<storage, read_write> patches: array<f32>;
@group(0) @binding(1) var<storage, read_write> parameters_or_outputs: array<f32>;
@group(0) @binding(2) var<storage, read_write> images: array<f32>;
@group(0) @binding(3) var<uniform> info: Info;

@compute @workgroup_size(64)
fn main(
    @builtin(workgroup_id) group: vec3<u32>,
    @builtin(num_workgroups) groups: vec3<u32>,
    @builtin(local_invocation_index) lane: u32,
) {
    let at = global_index(group, groups, lane);
    if at >= info.count { return; }
    let channel = at % info.channels;
    let pixel = at / info.channels;
    let x = pixel % info.width;
    let y = pixel / info.width % info.height;
    let image = pixel / info.width / info.height;
    let across = info.width / 2u;
    let is_signal = info.kernel_height == 1u;
    let down = select(info.height / 2u, 1u, is_signal);
    var sum = 0.0;
    if info.has_bias == 1u { sum = parameters_or_outputs[info.bias + channel]; }
    // A pixel is in two patches along each axis, of which one may be beyond the edge; a signal has one axis.
    for (var step_down = 0u; step_down < select(2u, 1u, is_signal); step_down += 1u) {
        let patch_y = select((y + 1u) / 2u - step_down, 0u, is_signal);
        for (var step_across = 0u; step_across < 2u; step_across += 1u) {
            let patch_x = (x + 1u) / 2u - step_across;
            if patch_y < down && patch_x < across {
                let row = select(y + 1u - 2u * patch_y, 0u, is_signal);
                let in_patch = row * 4u + x + 1u - 2u * patch_x;
                let patch_index = (image * down + patch_y) * across + patch_x;
                sum += patches[(patch_index * 4u * info.kernel_height + in_patch) * info.channels + channel];
            }
        }
    }
    if info.has_bias == 1u {
        sum = activate(info.activation, sum);
    } else if info.activation != 0u {
        sum *= derivative(info.activation, parameters_or_outputs[at]);
    }
    images[at] = sum;
}
