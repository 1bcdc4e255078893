//! The list itself: for each error its values, its code, and three phrases without their full stops.

use std::fmt;

use super::{IdxFile, NumberKind, Value, Written, camel_case};

errors! {
    // Settings
    SettingOutOfRange { setting: &'static str, value: Written, kind: NumberKind, least: f64, most: f64 } "setting-out-of-range"
        "The setting \"{setting}\" is {value}", "{kind} from {least} to {most}",
        "Choose another value for \"{setting}\"";
    LayersOutOfRange { setting: &'static str, value: Written, layers: usize, least: f64, most: f64 } "layers-out-of-range"
        "The setting \"{setting}\" is {value}",
        "a list of at most {layers} whole numbers, each from {least} to {most}",
        "Choose another value for \"{setting}\"";
    SettingNotAChoice { setting: &'static str, value: Written, choices: String } "setting-not-a-choice"
        "The setting \"{setting}\" is {value}", "one of {choices}",
        "Choose another value for \"{setting}\"";
    SettingUnknown { setting: Written, known: String } "setting-unknown"
        "There is no setting {setting}", "{known}", "Correct its name, or leave it out";
    SettingMissing { setting: &'static str } "setting-missing"
        "The setting \"{setting}\" is missing", "a value: it has no default", "Give \"{setting}\" a value";
    SettingFixed { setting: &'static str, live: String } "setting-fixed"
        "The setting \"{setting}\" cannot change in a running session", "{live}",
        "Create a new session with it, or restore a saved one on another engine";
    NotAnObject { argument: &'static str, value: Written } "not-an-object"
        "The argument \"{argument}\" is {value}", "a plain object, as the package's types describe it",
        "Correct it and call again";
    ObjectiveUnsuitedFamily { objective: String, family: String, choices: String } "objective-unsuited-family"
        "The setting \"objective\" is \"{objective}\", which is not for the family \"{family}\"",
        "one of {choices}", "Choose another value for \"objective\"";
    SettingUnsuited { setting: &'static str, value: Written, expected: &'static str } "setting-unsuited"
        "The setting \"{setting}\" is {value}", "{expected}", "Choose another value for \"{setting}\"";
    ObjectiveUnsuitedSignals { objective: String, choices: String } "objective-unsuited-signals"
        "The objective \"{objective}\" cannot be used for signals",
        "{choices} there: cross-entropy is for values from 0 to 1",
        "Choose another objective, or load pictures";
    CorruptionUnsuitedSignals { corruption: String, choices: String } "corruption-unsuited-signals"
        "The corruption \"{corruption}\" cannot be done to signals", "{choices} there",
        "Choose another corruption or none, or load pictures";
    ObjectiveUnsuitedPoints { objective: String, choices: String } "objective-unsuited-points"
        "The objective \"{objective}\" cannot be used for points in the plane",
        "{choices} there: cross-entropy is for values from 0 to 1",
        "Choose another objective, or load pictures";
    CorruptionUnsuitedPoints { corruption: String, choices: String } "corruption-unsuited-points"
        "The corruption \"{corruption}\" cannot be done to points in the plane", "{choices} there",
        "Choose another corruption or none, or load pictures";

    FamilyUnsuitedMolecules {} "family-unsuited-molecules"
        "An adversarial network was chosen for molecules, whose symbols have no gradient back to a generator",
        "the family \"autoencoder\" or \"variational\" there",
        "Choose another family, or load other data";
    ObjectiveUnsuitedMolecules { objective: String, choices: String } "objective-unsuited-molecules"
        "The objective \"{objective}\" cannot be used for molecules", "{choices} there",
        "Choose another objective, or load other data";
    CorruptionUnsuitedMolecules { corruption: String } "corruption-unsuited-molecules"
        "The corruption \"{corruption}\" cannot be done to molecules", "none there",
        "Choose none, or load other data";

    CorruptionFixed { corruption: String } "corruption-fixed"
        "The corruption \"{corruption}\" gives the encoder fewer numbers, so a running session can neither begin nor end it",
        "another corruption, or none", "Create a new session with it";

    // Models
    NetworkUnsuitedPoints {} "network-unsuited-points"
        "A convolutional network was chosen for points in the plane", "network \"dense\" there",
        "Choose network \"dense\", or load pictures";
    NetworkUnsuitedMolecules {} "network-unsuited-molecules"
        "A convolutional network was chosen for molecules", "network \"dense\" there",
        "Choose network \"dense\", or load other data";
    PackingUnsuited { packing: usize } "packing-unsuited"
        "{packing} examples were to be judged together by convolutions, or by a network that is told labels",
        "packing 1 there", "Choose network \"dense\" and condition \"none\", or packing 1";
    BatchNotPackable { batch: usize, packing: usize } "batch-not-packable"
        "The batch has {batch} examples, which do not come to whole packs of {packing}",
        "a batch that {packing} divides", "Choose another value for \"batchSize\" or \"packing\"";
    SidesNotHalvable { height: usize, width: usize, layers: usize } "sides-not-halvable"
        "The pictures are {height} by {width} pixels",
        "pictures whose sides can be halved {layers} times, once for each layer",
        "Choose network \"dense\", fewer layers, or other data";
    LengthNotHalvable { length: usize, layers: usize } "length-not-halvable"
        "The signals have {length} values",
        "a length that can be halved {layers} times, once for each layer",
        "Choose network \"dense\", fewer layers, or other data";
    SidesNotEven { height: usize, width: usize } "sides-not-even"
        "The pictures are {height} by {width} pixels, and were to be made half as large",
        "pictures of even sides", "Choose another corruption, or other data";
    ModelTooLarge { needed: u64, allowed: u64 } "model-too-large"
        "The model would need {needed} MB of memory with its training",
        "at most {allowed} MB", "Choose fewer or narrower layers, or a smaller batch";
    NoEncoder {} "no-encoder"
        "An adversarial network has no encoder, so it can neither encode nor reconstruct",
        "a session of the family \"autoencoder\" or \"variational\"",
        "Use sample, decode or score here, or create a session of another family";
    NoDiscriminator {} "no-discriminator"
        "Only an adversarial network has a loss that says where what it made should go",
        "a session of the family \"adversarial\"", "Create one, or look at scores";
    NoAdversaries {} "no-adversaries"
        "Only an adversarial network has a generator and a discriminator, of which one alone can be updated and each be traced",
        "a session of the family \"adversarial\"", "Create one, or train without \"update\" here";
    NoEvidenceBound {} "no-evidence-bound"
        "Only a variational autoencoder has an evidence lower bound",
        "a session of the family \"variational\"", "Create one, or ask for another measure";

    // Engines
    EngineMissing {} "engine-missing"
        "This build has no WebGPU engine", "engine \"cpu\" or \"auto\"",
        "Use the package's \"webgpu\" build, or the CPU engine";
    WebgpuFailed { reason: String } "webgpu-failed"
        "WebGPU could not be started ({reason})", "a graphics adapter that Burn can use",
        "Use the CPU engine, or a browser with WebGPU";
    AdapterMissing {} "adapter-missing"
        "This browser offers no WebGPU adapter with timestamp queries",
        "navigator.gpu with an adapter that has the feature \"timestamp-query\"",
        "Use the CPU engine, or another browser";
    DeviceFailed { reason: String } "device-failed"
        "The engine stopped in the middle of its work ({reason})", "a working device",
        "Go on from the last checkpoint on the CPU engine";
    SelfTestFailed { family: String, loss: &'static str, value: String, expected: f64 } "self-test-failed"
        "The engine failed its self-test: the loss \"{loss}\" of the family \"{family}\" is {value}",
        "{expected}, as on the CPU",
        "Use the CPU engine; a newer browser or graphics driver may help";

    // Data
    IdxTooShort { file: IdxFile, bytes: u64 } "idx-too-short"
        "The file of {file} has only {bytes} bytes",
        "an IDX file of {file}, gzip or not: a header, then bytes",
        "Choose another file, or convert it to IDX";
    IdxForeign { file: IdxFile, start: String, expected: String } "idx-foreign"
        "The file of {file} begins with {start}",
        "an IDX file of {file}, gzip or not, which begins with {expected}",
        "Choose another file, or convert it to IDX";
    IdxEmpty { file: IdxFile } "idx-empty"
        "The file of {file} is empty", "an IDX file of at least one of the {file}",
        "Choose another file";
    IdxShorter { file: IdxFile, promised: u64, found: u64 } "idx-shorter"
        "The file of {file} promises {promised} bytes after its header and has {found}",
        "as many bytes as promised", "Fetch it again, or choose another file";
    IdxLonger { file: IdxFile, promised: u64 } "idx-longer"
        "The file of {file} promises {promised} bytes after its header and has more",
        "as many bytes as promised", "Fetch it again, or choose another file";
    GzipDamaged { file: IdxFile, reason: String } "gzip-damaged"
        "The gzip file of {file} is damaged ({reason})", "a whole gzip file",
        "Fetch it again, or choose another file";
    ImagesTooLarge { height: usize, width: usize, most: usize } "images-too-large"
        "The pictures are {height} by {width} pixels", "sides of 1 to {most} pixels",
        "Make the pictures smaller; 28 by 28 trains well here";
    DataTooLarge { needed: u64, allowed: u64 } "data-too-large"
        "The data would need {needed} MB of memory", "at most {allowed} MB beside this model",
        "Load fewer or smaller pictures";
    OutOfMemory {} "out-of-memory"
        "There is no memory left for the data", "as much as the file unpacks to",
        "Close other sessions, or load fewer or smaller pictures";
    LabelsMismatch { images: usize, labels: usize } "labels-mismatch"
        "There are {images} pictures and {labels} labels", "one label for each picture",
        "Load the label file that belongs to these pictures, or none";
    ImagesOtherSize { height: usize, width: usize, model_height: usize, model_width: usize } "images-other-size"
        "The data are pictures of {height} by {width} pixels",
        "pictures of {model_height} by {model_width} pixels, which this session's model was made for",
        "Create a new session for other data";
    ImagesForPoints { height: usize, width: usize } "images-for-points"
        "The data are pictures of {height} by {width} pixels",
        "points in the plane, which this session's model was made for",
        "Create a new session for other data";
    PointsForImages { model_height: usize, model_width: usize } "points-for-images"
        "The data are points in the plane",
        "pictures of {model_height} by {model_width} pixels, which this session's model was made for",
        "Create a new session for other data";
    PointsNotDrawn {} "points-not-drawn"
        "Points were passed with a shape that is not drawn", "points with shape \"drawn\" alone",
        "Leave the points out, or choose shape \"drawn\"";
    DataOtherKind { data: String, model: String } "data-other-kind"
        "The data are {data}", "{model}, which this session's model was made for",
        "Create a new session for other data";
    MoleculeUnreadable { molecule: Written, place: usize } "molecule-unreadable"
        "The molecule {molecule} cannot be read from character {place} on",
        "SMILES of one piece and at most 200 characters, with = and # for all double and triple bonds, without stereochemistry",
        "Write it so, or leave it out";
    MoleculesUnwritable {} "molecules-unwritable"
        "None of the molecules can be written in the notation and the symbols that were chosen",
        "molecules whose atoms have no more bonds than usual, of symbols and a length that the training part has",
        "Choose the notation \"smiles\", or other molecules";
    NoMolecules {} "no-molecules"
        "The data are no molecules", "a session whose training data are molecules", "Call loadMolecules first";
    NameTooLong { length: usize, most: usize } "name-too-long"
        "The name of the data has {length} characters", "at most {most}", "Choose a shorter one";

    // Sessions
    NoData {} "no-data"
        "No data are loaded", "a training part", "Call loadImages, loadPoints or loadSignals first";
    NoLabels {} "no-labels"
        "Some labels alone were asked for, and the pictures have none", "a file of labels beside the pictures",
        "Load the labels as well, or all pictures";
    NoneWithLabels { only: String } "none-with-labels"
        "No picture has one of the labels {only}", "labels that some pictures have",
        "Choose other labels, or load all pictures";
    ConditionWithoutLabels {} "condition-without-labels"
        "The decoder was to be told the label, and the data have none", "data with labels",
        "Load the labels as well, or choose condition \"none\"";
    LabelUnsuited { label: u64, labels: usize } "label-unsuited"
        "The label {label} was asked for", "a model that was told labels, of which this one knows {labels}",
        "Ask for a label that it knows, or for none";
    NothingOdd {} "nothing-odd"
        "There is nothing to tell apart: not some test examples are normal and some odd",
        "training data loaded with the labels that are normal (\"only\"), and test data with all labels",
        "Load the data again so";
    NoTestData {} "no-test-data"
        "No test data are loaded", "a part that the model was not trained on",
        "Call loadTestImages first";
    ClassifierMissing {} "classifier-missing"
        "There is no classifier for these data", "pictures of 28 by 28, and a classifier of such pictures",
        "Call loadClassifier first";
    ClassifierUnsuited {} "classifier-unsuited"
        "The small classifier does not take these data", "pictures of 28 by 28 with labels from 0 to 9",
        "Load such pictures";
    NotPictures {} "not-pictures"
        "The data of this session are no pictures", "data that are pictures", "Load pictures";
    CountOutOfRange { what: &'static str, count: usize, most: usize } "count-out-of-range"
        "{count} {what} were asked for", "1 to {most}", "Ask for a number in that range";
    UnitOutOfRange { unit: usize, units: usize } "unit-out-of-range"
        "Unit number {unit} was asked for", "one of the {units} units of that layer, counted from 0",
        "Ask for one of these";
    InputLength { input: &'static str, numbers: usize, width: usize, most: usize } "input-length"
        "The {input} have {numbers} numbers", "1 to {most} times {width} numbers",
        "Pass whole {input}, one after the other";
    InputNotFinite { input: &'static str, value: String, place: usize } "input-not-finite"
        "The {input} have {value} at place {place}", "finite numbers", "Replace it";
    ExamplesOutOfRange { start: usize, count: usize, all: usize } "examples-out-of-range"
        "{count} examples from number {start} were asked for",
        "a part, not empty, of the {all} that there are",
        "Ask for fewer, or from an earlier one";
    TrainingDiverged { loss: &'static str, value: String } "training-diverged"
        "Training ran away: the loss \"{loss}\" became {value}, and its last steps were undone",
        "losses that stay finite", "Lower the learning rate and go on";
    SessionBusy {} "session-busy"
        "The session is busy with another call", "the promise of that call to be settled first",
        "Await it, then call again";
    ArgumentOutOfRange { argument: &'static str, value: Written, most: u64 } "argument-out-of-range"
        "The argument \"{argument}\" is {value}", "a whole number from 0 to {most}",
        "Pass such a number";
    ArgumentUnsuited { argument: &'static str, value: Written, expected: &'static str } "argument-unsuited"
        "The argument \"{argument}\" is {value}", "{expected}", "Pass one";
    CallTooLarge { needed: u64, allowed: u64 } "call-too-large"
        "The call would need {needed} MB of memory beside the session's", "at most {allowed} MB",
        "Pass less, or ask for less, at a time";
    SessionFreed {} "session-freed"
        "The session was freed", "a session that is still there", "Create or restore another";

    // Checkpoints
    CheckpointUnwritten { reason: String } "checkpoint-unwritten"
        "The checkpoint could not be written ({reason})", "a session that can be saved",
        "Report this as a defect";
    CheckpointDamaged { reason: String } "checkpoint-damaged"
        "The checkpoint is not a whole safetensors file ({reason})",
        "a safetensors file that this playground saved",
        "Choose another file; this one cannot be continued";
    CheckpointForeign {} "checkpoint-foreign"
        "The safetensors file holds no playground session",
        "a safetensors file that this playground saved",
        "Choose another file; this one cannot be continued";
    CheckpointUnreadable { reason: String } "checkpoint-unreadable"
        "The checkpoint's header cannot be read ({reason})",
        "a safetensors file that this playground saved",
        "Choose another file; this one cannot be continued";
    CheckpointVersion { version: u64, newest: u64 } "checkpoint-version"
        "The checkpoint has version {version}", "version 1 to {newest}",
        "Open it where it was saved, or choose another file";
    CheckpointNumber { name: &'static str, value: Written, most: u64 } "checkpoint-number"
        "The checkpoint's \"{name}\" is {value}", "a whole number from 0 to {most}",
        "Choose another file; this one cannot be continued";
    TensorMissing { tensor: String } "tensor-missing"
        "The checkpoint has no tensor \"{tensor}\"",
        "a safetensors file that this playground saved",
        "Choose another file; this one cannot be continued";
    TensorShape { tensor: String, found: String, expected: String } "tensor-shape"
        "The checkpoint's tensor \"{tensor}\" is {found}", "{expected}",
        "Choose another file; this one cannot be continued";
    TensorValue { tensor: String, value: String } "tensor-value"
        "The checkpoint's tensor \"{tensor}\" holds {value}",
        "finite numbers, and for means of squares none below 0",
        "Choose another file; this one cannot be continued";
}
