// The loss of each row and its gradient; a workgroup does a row.

struct Info {
    rows: u32,
    columns: u32,
    // 0, 1 or 2: the kinds of `LossKind` in their order.
    kind: u32,
    scale: f32,
    // Logits of which one is to be the largest, where the kind is 2.
    classes: u32,
}

@group(0) @binding(0) var<storage, read_write> predictions: array<f32>;
@group(0) @binding(1) var<storage, read_write> targets: array<f32>;
@group(0) @binding(2) var<storage, read_write> losses: array<f32>;
@group(0) @binding(3) var<storage, read_write> gradients: array<f32>;
@group(0) @binding(4) var<uniform> info: Info;

var<workgroup> partial_sums: array<f32, 64>;

// `ln(1 + x)` for 0 to 1; near 0, `1 + x` would lose the digits of `x`.
fn log_plus_one(x: f32) -> f32 {
    return select(log(1.0 + x), x * (1.0 - x * (0.5 - x * (1.0 / 3.0 - 0.25 * x))), x < 0.02);
}

// The cross-entropy of a group of logits from `start` on, and its gradient.
fn categorical(start: u32) -> f32 {
    let end = start + info.classes;
    var largest = predictions[start];
    for (var at = start + 1u; at < end; at += 1u) {
        largest = max(largest, predictions[at]);
    }
    var sum = 0.0;
    var product = 0.0;
    for (var at = start; at < end; at += 1u) {
        let shifted = predictions[at] - largest;
        sum += exp(shifted);
        product += shifted * targets[at];
    }
    for (var at = start; at < end; at += 1u) {
        gradients[at] = info.scale * (exp(predictions[at] - largest) / sum - targets[at]);
    }
    return log(sum) - product;
}

@compute @workgroup_size(64)
fn main(
    @builtin(workgroup_id) group: vec3<u32>,
    @builtin(num_workgroups) groups: vec3<u32>,
    @builtin(local_invocation_index) lane: u32,
) {
    let row = group.y * groups.x + group.x;
    var sum = 0.0;
    if row < info.rows && info.kind == 2u {
        for (var group = lane; group < info.columns / info.classes; group += 64u) {
            sum += categorical(row * info.columns + group * info.classes);
        }
    } else if row < info.rows {
        for (var column = lane; column < info.columns; column += 64u) {
            let at = row * info.columns + column;
            let prediction = predictions[at];
            let wanted = targets[at];
            if info.kind == 0u {
                let small = exp(-abs(prediction));
                let probability = select(small, 1.0, prediction > 0.0) / (1.0 + small);
                sum += select(prediction, 0.0, prediction < 0.0) + log_plus_one(small) - prediction * wanted;
                gradients[at] = info.scale * (probability - wanted);
            } else {
                let difference = prediction - wanted;
                sum += difference * difference;
                gradients[at] = info.scale * 2.0 * difference;
            }
        }
    }
    partial_sums[lane] = sum;
    workgroupBarrier();
    if lane == 0u && row < info.rows {
        var total = 0.0;
        for (var part = 0u; part < min(64u, info.columns); part += 1u) {
            total += partial_sums[part];
        }
        losses[row] = info.scale * total;
    }
}
