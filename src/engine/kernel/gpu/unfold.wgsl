// Images to their patches (PyTorch's `unfold`, im2col).

struct Info {
    count: u32,
    height: u32,
    width: u32,
    channels: u32,
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
    let in_patch = at / info.channels % 16u;
    let patch_index = at / info.channels / 16u;
    let across = info.width / 2u;
    let down = info.height / 2u;
    // A patch begins one pixel above and to the left; below 0 these wrap around and are beyond the edge as well.
    let x = patch_index % across * 2u + in_patch % 4u - 1u;
    let y = patch_index / across % down * 2u + in_patch / 4u - 1u;
    var value = 0.0;
    if x < info.width && y < info.height {
        let image = patch_index / across / down;
        let pixel = (image * info.height + y) * info.width + x;
        value = images[pixel * info.channels + channel];
    }
    patches[at] = value;
}
