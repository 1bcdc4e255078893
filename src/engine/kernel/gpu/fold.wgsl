// Windows back into pictures, where they overlap as their sum; then a bias for each channel and an activation, or, of
// gradients, back through the activation that the pictures came from.

struct Info {
    count: u32,
    height: u32,
    width: u32,
    channels: u32,
    activation: u32,
    biased: u32,
    bias: u32,
}

@group(0) @binding(0) var<storage, read_write> windows: array<f32>;
@group(0) @binding(1) var<storage, read_write> parameters_or_outputs: array<f32>;
@group(0) @binding(2) var<storage, read_write> pictures: array<f32>;
@group(0) @binding(3) var<uniform> info: Info;

@compute @workgroup_size(64)
fn main(
    @builtin(workgroup_id) group: vec3<u32>,
    @builtin(num_workgroups) groups: vec3<u32>,
    @builtin(local_invocation_index) unit: u32,
) {
    let at = place(group, groups, unit);
    if at >= info.count { return; }
    let channel = at % info.channels;
    let pixel = at / info.channels;
    let x = pixel % info.width;
    let y = pixel / info.width % info.height;
    let picture = pixel / info.width / info.height;
    let across = info.width / 2u;
    let down = info.height / 2u;
    var sum = 0.0;
    if info.biased == 1u { sum = parameters_or_outputs[info.bias + channel]; }
    // A pixel is in two windows each way, of which one may be beyond the edge.
    for (var step_down = 0u; step_down < 2u; step_down += 1u) {
        let window_y = (y + 1u) / 2u - step_down;
        for (var step_across = 0u; step_across < 2u; step_across += 1u) {
            let window_x = (x + 1u) / 2u - step_across;
            if window_y < down && window_x < across {
                let inside = (y + 1u - 2u * window_y) * 4u + x + 1u - 2u * window_x;
                let window = (picture * down + window_y) * across + window_x;
                sum += windows[(window * 16u + inside) * info.channels + channel];
            }
        }
    }
    if info.biased == 1u {
        sum = activate(info.activation, sum);
    } else if info.activation != 0u {
        sum *= slope(info.activation, parameters_or_outputs[at]);
    }
    pictures[at] = sum;
}
