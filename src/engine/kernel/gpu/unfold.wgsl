// Images to their patches (PyTorch's `unfold`, im2col).

struct Info {
    count: u32,
    height: u32,
    width: u32,
    channels: u32,
    // Rows of a kernel: 4 with a stride of 2, or the 1 of a signal.
    kernel_height: u32,
}

@group(0) @binding(0) var<storage, read_write> images: array<f32>;
@group(0) @binding(1) var<storage, read_write> patches: array<f32>;
@group(0) @binding(2) var<uniform> info: Info;

@compute @workgroup_size(64)
fn main(
    @builtin(workgroup_id) group: vec3<u32>,
    @builtin(num_workgroups) groups: vec3<u32>,
    @builtin(local_invocation_index) lane: u32,
) {
    let at = global_index(group, groups, lane);
    if at >= info.count { return; }
    let channel = at % info.channels;
    let kernel = 4u * info.kernel_height;
    let in_patch = at / info.channels % kernel;
    let patch_index = at / info.channels / kernel;
    let across = info.width / 2u;
    let is_signal = info.kernel_height == 1u;
    let down = select(info.height / 2u, 1u, is_signal);
    // A patch begins one pixel above and to the left; below 0 these wrap around and are beyond the edge as well.
    let x = patch_index % across * 2u + in_patch % 4u - 1u;
    let y = select(patch_index / across % down * 2u + in_patch / 4u - 1u, 0u, is_signal);
    var value = 0.0;
    if x < info.width && y < info.height {
        let image = patch_index / across / down;
        let pixel = (image * info.height + y) * info.width + x;
        value = images[pixel * info.channels + channel];
    }
    patches[at] = value;
}
