// The three products of a dense layer, by `KIND`: 0 forward, `[n, outputs]`; 1 the gradient of the sums that its input
// was made of, `[n, inputs]`; 2 the gradients of the weights, `[inputs, outputs]`, with one more row for the bias.
//
// A group makes a tile of 32 by 32 results, a unit 4 by 4 of them, straight from the factors: caches serve small
// networks as well as shared memory does, and such a shader is compiled in a fraction of the time.

struct Info {
    rows: u32,
    columns: u32,
    depth: u32,
    // Where the weights begin among the parameters, or their gradients among the gradients.
    start: u32,
    // Of what goes out; of what came in, on the way back.
    activation: u32,
    biased: u32,
}

@group(0) @binding(0) var<storage, read_write> left_numbers: array<f32>;
@group(0) @binding(1) var<storage, read_write> right_numbers: array<f32>;
@group(0) @binding(2) var<storage, read_write> inputs: array<f32>;
@group(0) @binding(3) var<storage, read_write> results: array<f32>;
@group(0) @binding(4) var<uniform> info: Info;

// Where numbers of one row, or one column, of a factor lie: from the first on, and from each to the next.
struct Walk {
    first: u32,
    stride: u32,
}

// Beyond the edge the last one is walked again, and its results are left out.
fn left_walk(index: u32) -> Walk {
    if KIND == 2u {
        // The row after the inputs is the bias's.
        let rows = info.rows - info.biased;
        return Walk(min(index, rows - 1u), rows);
    }
    return Walk(min(index, info.rows - 1u) * info.depth, 1u);
}

fn right_walk(index: u32) -> Walk {
    let column = min(index, info.columns - 1u);
    if KIND == 0u { return Walk(info.start + column, info.columns); }
    if KIND == 1u { return Walk(info.start + column * info.depth, 1u); }
    return Walk(column, info.columns);
}

fn put(row: u32, column: u32, sum: f32) {
    if row >= info.rows || column >= info.columns { return; }
    let at = row * info.columns + column;
    if KIND == 0u {
        results[at] = activate(info.activation, sum);
    } else if KIND == 1u {
        var gradient = sum;
        if info.activation != 0u { gradient *= slope(info.activation, inputs[at]); }
        results[at] = gradient;
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
    let row = tile.y * 32u + 4u * (unit / 8u);
    let column = tile.x * 32u + 4u * (unit % 8u);
    if row >= info.rows || column >= info.columns { return; }
    var left0 = left_walk(row);
    var left1 = left_walk(row + 1u);
    var left2 = left_walk(row + 2u);
    var left3 = left_walk(row + 3u);
    var right0 = right_walk(column);
    var right1 = right_walk(column + 1u);
    var right2 = right_walk(column + 2u);
    var right3 = right_walk(column + 3u);
    var bias = vec4<f32>();
    if KIND == 0u && info.biased == 1u {
        let after = vec4(right0.first, right1.first, right2.first, right3.first) + info.depth * info.columns;
        bias = vec4(right_numbers[after.x], right_numbers[after.y], right_numbers[after.z], right_numbers[after.w]);
    }
    var sums0 = bias;
    var sums1 = bias;
    var sums2 = bias;
    var sums3 = bias;
    // What the right factor's numbers add up to is the gradient of the bias.
    var all = vec4<f32>();
    for (var k = 0u; k < info.depth; k += 1u) {
        let right = vec4(right_numbers[right0.first + k * right0.stride], right_numbers[right1.first + k * right1.stride], right_numbers[right2.first + k * right2.stride], right_numbers[right3.first + k * right3.stride]);
        sums0 += left_numbers[left0.first + k * left0.stride] * right;
        sums1 += left_numbers[left1.first + k * left1.stride] * right;
        sums2 += left_numbers[left2.first + k * left2.stride] * right;
        sums3 += left_numbers[left3.first + k * left3.stride] * right;
        if KIND == 2u { all += right; }
    }
    if KIND == 2u && info.biased == 1u {
        let last = info.rows - 1u;
        if row == last { sums0 = all; }
        if row + 1u == last { sums1 = all; }
        if row + 2u == last { sums2 = all; }
        if row + 3u == last { sums3 = all; }
    }
    put_row(row, column, sums0);
    put_row(row + 1u, column, sums1);
    put_row(row + 2u, column, sums2);
    put_row(row + 3u, column, sums3);
}
