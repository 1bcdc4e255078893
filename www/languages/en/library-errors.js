// What the library says went wrong, by its codes, in English.

export default {
  "errors.setting-out-of-range":
    '"{setting}" is {value}. Expected {kind} from {least} to {most}. Choose another value for "{setting}".',
  "errors.layers-out-of-range":
    '"{setting}" is {value}. Expected a list of at most {layers} whole numbers, each from {least} to {most}. Choose another value for "{setting}".',
  "errors.setting-not-a-choice":
    '"{setting}" is {value}. Expected one of {choices}. Choose another value for "{setting}".',
  "errors.setting-unknown": "There is no setting {setting}. Expected {known}. Correct its name, or leave it out.",
  "errors.setting-missing": '"{setting}" is missing. Expected a value: it has no default. Give it one.',
  "errors.setting-fixed":
    '"{setting}" cannot change in a running session. Expected {live}. Start a new experiment with it.',
  "errors.not-an-object":
    'The argument "{argument}" is {value}. Expected a plain object, as the package\'s types describe it. Correct it and call again.',
  "errors.objective-unsuited-family":
    'The objective "{objective}" is not for the family "{family}". Expected one of {choices}. Choose another objective.',
  "errors.objective-unsuited-points":
    'The objective "{objective}" cannot be used for points in the plane. Expected {choices} there: cross-entropy is for values from 0 to 1. Choose another objective, or load pictures.',
  "errors.corruption-unsuited-points":
    'The corruption "{corruption}" cannot be done to points in the plane. Expected {choices} there. Choose another corruption or none, or load pictures.',
  "errors.setting-unsuited": '"{setting}" is {value}. Expected {expected}. Choose another value for "{setting}".',
  "errors.objective-unsuited-signals":
    'The objective "{objective}" cannot be used for signals. Expected {choices} there: cross-entropy is for values from 0 to 1. Choose another objective, or load pictures.',
  "errors.corruption-unsuited-signals":
    'The corruption "{corruption}" cannot be done to signals. Expected {choices} there. Choose another corruption or none, or load pictures.',
  "errors.length-not-halvable":
    'The signals have {length} values. Expected a length that can be halved {layers} times, once for each layer. Choose network "dense", fewer layers, or other data.',
  "errors.points-not-drawn":
    'Points were passed with a shape that is not drawn. Expected points with shape "drawn" alone. Leave the points out, or choose shape "drawn".',
  "errors.data-other-kind":
    "The data are {data}. Expected {model}, which this session's model was made for. Start a new experiment for other data.",
  "errors.corruption-fixed":
    'The corruption "{corruption}" gives the encoder fewer numbers, so a running session can neither begin nor end it. Expected another corruption, or none. Start a new experiment with it.',
  "errors.sides-not-even":
    "The pictures are {height} by {width} pixels, and were to be made half as large. Expected pictures of even sides. Choose another corruption, or other data.",
  "errors.condition-without-labels":
    'The decoder was to be told the label, and the data have none. Expected data with labels. Load the labels as well, or choose condition "none".',
  "errors.label-unsuited":
    "The label {label} was asked for. Expected a model that was told labels, of which this one knows {labels}. Ask for a label that it knows, or for none.",
  "errors.unit-out-of-range":
    "Unit number {unit} was asked for. Expected one of the {units} units of that layer, counted from 0. Ask for one of these.",
  "errors.network-unsuited-points":
    'A convolutional network was chosen for points in the plane. Expected network "dense" there. Choose network "dense", or load pictures.',
  "errors.packing-unsuited":
    '{packing} examples were to be judged together by convolutions, or by a network that is told labels. Expected packing 1 there. Choose network "dense" and condition "none", or packing 1.',
  "errors.batch-not-packable":
    'The batch has {batch} examples, which do not come to whole packs of {packing}. Expected a batch that {packing} divides. Choose another value for "batchSize" or "packing".',
  "errors.sides-not-halvable":
    'The pictures are {height} by {width} pixels. Expected pictures whose sides can be halved {layers} times, once for each layer. Choose network "dense", fewer layers, or other data.',
  "errors.model-too-large":
    "The model would need {needed} MB of memory with its training. Expected at most {allowed} MB. Choose fewer or narrower layers, or a smaller batch.",
  "errors.no-encoder":
    'An adversarial network has no encoder, so it can neither encode nor reconstruct. Expected a session of the family "autoencoder" or "variational". Use sample, decode or score here, or create a session of another family.',
  "errors.no-discriminator":
    'Only an adversarial network has a loss that says where what it made should go. Expected a session of the family "adversarial". Create one, or look at scores.',
  "errors.no-evidence-bound":
    'Only a variational autoencoder has an evidence lower bound. Expected a session of the family "variational". Create one, or ask for another measure.',
  "errors.no-adversaries":
    'Only an adversarial network has a generator and a discriminator, of which one alone can be updated and each be traced. Expected a session of the family "adversarial". Create one, or train without "update" here.',
  "errors.engine-missing":
    'This build has no WebGPU engine. Expected engine "cpu" or "auto". Use the package\'s "webgpu" build, or the CPU engine.',
  "errors.webgpu-failed":
    "WebGPU could not be started ({reason}). Expected a graphics adapter that Burn can use. Use the CPU engine, or a browser with WebGPU.",
  "errors.adapter-missing":
    'This browser offers no WebGPU adapter with timestamp queries. Expected navigator.gpu with an adapter that has the feature "timestamp-query". Use the CPU engine, or another browser.',
  "errors.load-failed":
    "The part of the page that computes could not be loaded ({builds}: {reason}). Expected it from the same server as the page. Try again when the network is back.",
  "errors.device-failed":
    "The engine stopped in the middle of its work ({reason}). Expected a working device. Go on from the last checkpoint on the CPU engine.",
  "errors.self-test-failed":
    'The engine failed its self-test: the loss "{loss}" of the family "{family}" is {value}. Expected {expected}, as on the CPU. Use the CPU engine; a newer browser or graphics driver may help.',
  "errors.idx-too-short":
    "The file of {file} has only {bytes} bytes. Expected an IDX file of {file}, gzip or not: a header, then bytes. Choose another file, or convert it to IDX.",
  "errors.idx-foreign":
    "The file of {file} begins with {start}. Expected an IDX file of {file}, gzip or not, which begins with {expected}. Choose another file, or convert it to IDX.",
  "errors.idx-empty":
    "The file of {file} is empty. Expected an IDX file of at least one of the {file}. Choose another file.",
  "errors.idx-shorter":
    "The file of {file} promises {promised} bytes after its header and has {found}. Expected as many bytes as promised. Fetch it again, or choose another file.",
  "errors.idx-longer":
    "The file of {file} promises {promised} bytes after its header and has more. Expected as many bytes as promised. Fetch it again, or choose another file.",
  "errors.gzip-damaged":
    "The gzip file of {file} is damaged ({reason}). Expected a whole gzip file. Fetch it again, or choose another file.",
  "errors.images-too-large":
    "The pictures are {height} by {width} pixels. Expected sides of 1 to {most} pixels. Make the pictures smaller; 28 by 28 trains well here.",
  "errors.data-too-large":
    "The data would need {needed} MB of memory. Expected at most {allowed} MB beside this model. Load fewer or smaller pictures.",
  "errors.labels-mismatch":
    "There are {images} pictures and {labels} labels. Expected one label for each picture. Load the label file that belongs to these pictures, or none.",
  "errors.images-other-size":
    "The data are pictures of {height} by {width} pixels. Expected pictures of {modelHeight} by {modelWidth} pixels, which this session's model was made for. Create a new session for other data.",
  "errors.images-for-points":
    "The data are pictures of {height} by {width} pixels. Expected points in the plane, which this session's model was made for. Create a new session for other data.",
  "errors.points-for-images":
    "The data are points in the plane. Expected pictures of {modelHeight} by {modelWidth} pixels, which this session's model was made for. Create a new session for other data.",
  "errors.name-too-long":
    "The name of the data has {length} characters. Expected at most {most}. Choose a shorter one.",
  "errors.no-data": "No data are loaded. Expected a training part. Call loadImages or loadPoints first.",
  "errors.no-labels":
    "Some labels alone were asked for, and the pictures have none. Expected a file of labels beside the pictures. Load the labels as well, or all pictures.",
  "errors.none-with-labels":
    "No picture has one of the labels {only}. Expected labels that some pictures have. Choose other labels, or load all pictures.",
  "errors.nothing-odd":
    "There is nothing to tell apart: not some test pictures are normal and some odd. Expected some labels chosen as normal, and test data with others. Choose what is normal again.",
  "errors.no-test-data":
    "No test data are loaded. Expected a part that the model was not trained on. Call loadTestImages first.",
  "errors.classifier-missing":
    "There is no classifier for these data. Expected pictures of 28 by 28, and a classifier of such pictures. Call loadClassifier first.",
  "errors.classifier-unsuited":
    "The small classifier does not take these data. Expected pictures of 28 by 28 with labels from 0 to 9. Choose such pictures to learn from.",
  "errors.not-pictures":
    "The data of this experiment are no pictures. Expected data that are pictures. Choose pictures to learn from.",
  "errors.count-out-of-range": "{count} {what} were asked for. Expected 1 to {most}. Ask for a number in that range.",
  "errors.input-length":
    "The {input} have {numbers} numbers. Expected 1 to {most} times {width} numbers. Pass whole {input}, one after the other.",
  "errors.input-not-finite": "The {input} have {value} at place {place}. Expected finite numbers. Replace it.",
  "errors.examples-out-of-range":
    "{count} examples from number {start} were asked for. Expected a part, not empty, of the {all} that there are. Ask for fewer, or from an earlier one.",
  "errors.training-diverged":
    'Training ran away: the loss "{loss}" became {value}, and its last steps were undone. Expected losses that stay finite. Lower the learning rate and go on.',
  "errors.session-busy":
    "The session is busy with another call. Expected the promise of that call to be settled first. Await it, then call again.",
  "errors.argument-out-of-range":
    'The argument "{argument}" is {value}. Expected a whole number from 0 to {most}. Pass such a number.',
  "errors.checkpoint-unwritten":
    "The checkpoint could not be written ({reason}). Expected a session that can be saved. Report this as a defect.",
  "errors.checkpoint-damaged":
    "The checkpoint is not a whole safetensors file ({reason}). Expected a safetensors file that this playground saved. Choose another file; this one cannot be continued.",
  "errors.checkpoint-foreign":
    "The safetensors file holds no playground session. Expected a safetensors file that this playground saved. Choose another file; this one cannot be continued.",
  "errors.checkpoint-unreadable":
    "The checkpoint's header cannot be read ({reason}). Expected a safetensors file that this playground saved. Choose another file; this one cannot be continued.",
  "errors.checkpoint-version":
    "The checkpoint has version {version}. Expected version 1 to {newest}. Open it where it was saved, or choose another file.",
  "errors.checkpoint-number":
    'The checkpoint\'s "{name}" is {value}. Expected a whole number from 0 to {most}. Choose another file; this one cannot be continued.',
  "errors.tensor-missing":
    'The checkpoint has no tensor "{tensor}". Expected a safetensors file that this playground saved. Choose another file; this one cannot be continued.',
  "errors.tensor-shape":
    'The checkpoint\'s tensor "{tensor}" is {found}. Expected {expected}. Choose another file; this one cannot be continued.',
  "errors.tensor-value":
    'The checkpoint\'s tensor "{tensor}" holds {value}. Expected finite numbers, and for means of squares none below 0. Choose another file; this one cannot be continued.',
  "errors.out-of-memory":
    "There is no memory left for the data. Expected as much as the file unpacks to. Close other sessions, or load fewer or smaller pictures.",
  "errors.argument-unsuited": 'The argument "{argument}" is {value}. Expected {expected}. Pass one.',
  "errors.call-too-large":
    "The call would need {needed} MB of memory beside the session's. Expected at most {allowed} MB. Pass less, or ask for less, at a time.",
  "errors.session-freed": "The session was freed. Expected a session that is still there. Create or restore another.",
};
