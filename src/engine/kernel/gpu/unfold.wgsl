// Pictures to their windows.

struct Info {
    count: u32,
    height: u32,
    width: u32,
    channels: u32,
}

@group(0) @binding(0) var<storage, read_write> pictures: array<f32>;
@group(0) @binding(1) var<storage, read_write> windows: array<f32>;
@group(0) @binding(2) var<uniform> info: Info;

@compute @workgroup_size(64)
fn main(
    @builtin(workgroup_id) group: vec3<u32>,
    @builtin(num_workgroups) groups: vec3<u32>,
    @builtin(local_invocation_index) unit: u32,
) {
    let at = place(group, groups, unit);
    if at >= info.count { return; }
    let channel = at % info.channels;
    let in_window = at / info.channels % 16u;
    let window = at / info.channels / 16u;
    let across = info.width / 2u;
    let down = info.height / 2u;
    // A window begins one pixel above and to the left; below 0 these wrap around and are beyond the edge as well.
    let x = window % across * 2u + in_window % 4u - 1u;
    let y = window / across % down * 2u + in_window / 4u - 1u;
    var value = 0.0;
    if x < info.width && y < info.height {
        let picture = window / across / down;
        let pixel = (picture * info.height + y) * info.width + x;
        value = pictures[pixel * info.channels + channel];
    }
    windows[at] = value;
}
