// The three products of a dense layer, by `KIND`: 0 forward, `[n, outputs]`; 1 the gradient of the input,
// `[n, inputs]`; 2 the gradients of the weights, `[inputs, outputs]`, with one more row for the bias.
//
// A group makes a tile of 32 by 32 results, a unit 4 by 4 of them; both factors pass through memory that the group
// shares, 16 numbers deep at a time.

struct Info {
    rows: u32,
    columns: u32,
    depth: u32,
    // Where the weights begin among the parameters, or their gradients among the gradients.
    start: u32,
    activation: u32,
    // Numbers of an input; the one after them is 1 and meets the bias.
    inputs: u32,
}

@group(0) @binding(0) var<storage, read_write> left_numbers: array<f32>;
@group(0) @binding(1) var<storage, read_write> right_numbers: array<f32>;
@group(0) @binding(2) var<storage, read_write> outputs: array<f32>;
@group(0) @binding(3) var<storage, read_write> results: array<f32>;
@group(0) @binding(4) var<uniform> info: Info;

// Of the output at that place, which a linear layer need not show.
fn slope_at(at: u32) -> f32 {
    if info.activation == 0u { return 1.0; }
    return slope(info.activation, outputs[at]);
}

const DEPTH: u32 = 16u;
var<workgroup> left_tile: array<vec4<f32>, 128>;
var<workgroup> right_tile: array<vec4<f32>, 128>;

fn left(row: u32, k: u32) -> f32 {
    if row >= info.rows || k >= info.depth { return 0.0; }
    if KIND == 0u {
        if k == info.inputs { return 1.0; }
        return left_numbers[row * info.inputs + k];
    }
    if KIND == 1u {
        let at = row * info.depth + k;
        return left_numbers[at] * slope_at(at);
    }
    if row == info.inputs { return 1.0; }
    return left_numbers[k * info.inputs + row];
}

fn right(k: u32, column: u32) -> f32 {
    if column >= info.columns || k >= info.depth { return 0.0; }
    if KIND == 0u { return right_numbers[info.start + k * info.columns + column]; }
    if KIND == 1u { return right_numbers[info.start + column * info.depth + k]; }
    let at = k * info.columns + column;
    return right_numbers[at] * slope_at(at);
}

fn put(row: u32, column: u32, sum: f32) {
    if row >= info.rows || column >= info.columns { return; }
    let at = row * info.columns + column;
    if KIND == 0u {
        results[at] = activate(info.activation, sum);
    } else if KIND == 1u {
        results[at] = sum;
    } else {
        results[info.start + at] = sum;
    }
}

fn put_row(row: u32, column: u32, sums: vec4<f32>) {
    put(row, column, sums.x);
    put(row, column + 1u, sums.y);
    put(row, column + 2u, sums.z);
    put(row, column + 3u, sums.w);
}

@compute @workgroup_size(64)
fn main(@builtin(workgroup_id) tile: vec3<u32>, @builtin(local_invocation_index) unit: u32) {
    let top = tile.y * 32u;
    let edge = tile.x * 32u;
    let down = unit / 8u;
    let across = unit % 8u;
    var first = vec4<f32>();
    var second = vec4<f32>();
    var third = vec4<f32>();
    var fourth = vec4<f32>();
    for (var base = 0u; base < info.depth; base += DEPTH) {
        for (var load = unit; load < 128u; load += 64u) {
            let k = base + load / 8u;
            let row = top + 4u * (load % 8u);
            let column = edge + 4u * (load % 8u);
            left_tile[load] = vec4(left(row, k), left(row + 1u, k), left(row + 2u, k), left(row + 3u, k));
            right_tile[load] = vec4(right(k, column), right(k, column + 1u), right(k, column + 2u), right(k, column + 3u));
        }
        workgroupBarrier();
        for (var k = 0u; k < DEPTH; k += 1u) {
            let a = left_tile[k * 8u + down];
            let b = right_tile[k * 8u + across];
            first += a.x * b;
            second += a.y * b;
            third += a.z * b;
            fourth += a.w * b;
        }
        workgroupBarrier();
    }
    let row = top + 4u * down;
    let column = edge + 4u * across;
    put_row(row, column, first);
    put_row(row + 1u, column, second);
    put_row(row + 2u, column, third);
    put_row(row + 3u, column, fourth);
}
