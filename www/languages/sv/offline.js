// Vad som sägs om sidan utan nätverk, och om dess versioner.

export default {
  "offline.works": "Fungerar nu utan nätverk, med de data som har använts.",
  "offline.new-version": "En ny version av sidan är klar. Ditt experiment går vidare i den.",
  "offline.use": "Använd den nu",
  "offline.later": "Senare",
};
