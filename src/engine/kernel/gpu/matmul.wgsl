// The three matrix products of a dense layer, by `KIND`: 0 forward, `[n, outputs]`; 1 the gradient of the pre-activations of
// the layer before, `[n, inputs]`; 2 the gradients of the weights, `[inputs, outputs]`, with one more row for the bias.
//
// A workgroup makes a tile of 32 by 32 results, an invocation 4 by 4 of them, straight from global memory: caches serve
// small networks as well as shared memory does, and such a shader is compiled in a fraction of the time.

struct Info {
    rows: u32,
    columns: u32,
    depth: u32,
    // Of the weights among the parameters, or of their gradients among the gradients.
    offset: u32,
    // Forward, this layer's; backward, that of the layer before.
    activation: u32,
    has_bias: u32,
}

@group(0) @binding(0) var<storage, read_write> left_values: array<f32>;
@group(0) @binding(1) var<storage, read_write> right_values: array<f32>;
@group(0) @binding(2) var<storage, read_write> inputs: array<f32>;
@group(0) @binding(3) var<storage, read_write> results: array<f32>;
@group(0) @binding(4) var<uniform> info: Info;

// The elements of one row, or one column, of a factor: index of the first, and distance from each to the next.
struct Strided {
    first: u32,
    stride: u32,
}

// Beyond the edge the last one is read again, and its results are not stored.
fn left_stride(index: u32) -> Strided {
    if KIND == 2u {
        // The row after the inputs is the bias.
        let rows = info.rows - info.has_bias;
        return Strided(min(index, rows - 1u), rows);
    }
    return Strided(min(index, info.rows - 1u) * info.depth, 1u);
}

fn right_stride(index: u32) -> Strided {
    let column = min(index, info.columns - 1u);
    if KIND == 0u { return Strided(info.offset + column, info.columns); }
    if KIND == 1u { return Strided(info.offset + column * info.depth, 1u); }
    return Strided(column, info.columns);
}

fn store(row: u32, column: u32, sum: f32) {
    if row >= info.rows || column >= info.columns { return; }
    let at = row * info.columns + column;
    if KIND == 0u {
        results[at] = activate(info.activation, sum);
    } else if KIND == 1u {
        var gradient = sum;
        if info.activation != 0u { gradient *= derivative(info.activation, inputs[at]); }
        results[at] = gradient;
    } else {
        results[info.offset + at] = sum;
    }
}

fn store_row(row: u32, column: u32, sums: vec4<f32>) {
    store(row, column, sums.x);
    store(row, column + 1u, sums.y);
    store(row, column + 2u, sums.z);
    store(row, column + 3u, sums.w);
}

@compute @workgroup_size(64)
fn main(@builtin(workgroup_id) tile: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
    let row = tile.y * 32u + 4u * (lane / 8u);
    let column = tile.x * 32u + 4u * (lane % 8u);
    if row >= info.rows || column >= info.columns { return; }
    var left0 = left_stride(row);
    var left1 = left_stride(row + 1u);
    var left2 = left_stride(row + 2u);
    var left3 = left_stride(row + 3u);
    var right0 = right_stride(column);
    var right1 = right_stride(column + 1u);
    var right2 = right_stride(column + 2u);
    var right3 = right_stride(column + 3u);
    var bias = vec4<f32>();
    if KIND == 0u && info.has_bias == 1u {
        let after = vec4(right0.first, right1.first, right2.first, right3.first) + info.depth * info.columns;
        bias = vec4(right_values[after.x], right_values[after.y], right_values[after.z], right_values[after.w]);
    }
    var sums0 = bias;
    var sums1 = bias;
    var sums2 = bias;
    var sums3 = bias;
    // The column sums of the right factor are the gradient of the bias; by halves, so that those of pairs cancel.
    var column_sums = vec4<f32>();
    var first_half = vec4<f32>();
    for (var k = 0u; k < info.depth; k += 1u) {
        let right = vec4(right_values[right0.first + k * right0.stride], right_values[right1.first + k * right1.stride], right_values[right2.first + k * right2.stride], right_values[right3.first + k * right3.stride]);
        sums0 += left_values[left0.first + k * left0.stride] * right;
        sums1 += left_values[left1.first + k * left1.stride] * right;
        sums2 += left_values[left2.first + k * left2.stride] * right;
        sums3 += left_values[left3.first + k * left3.stride] * right;
        if KIND == 2u {
            if k == info.depth / 2u {
                first_half = column_sums;
                column_sums = vec4<f32>();
            }
            column_sums += right;
        }
    }
    if KIND == 2u && info.has_bias == 1u {
        let last = info.rows - 1u;
        column_sums = first_half + column_sums;
        if row == last { sums0 = column_sums; }
        if row + 1u == last { sums1 = column_sums; }
        if row + 2u == last { sums2 = column_sums; }
        if row + 3u == last { sums3 = column_sums; }
    }
    store_row(row, column, sums0);
    store_row(row + 1u, column, sums1);
    store_row(row + 2u, column, sums2);
    store_row(row + 3u, column, sums3);
}
