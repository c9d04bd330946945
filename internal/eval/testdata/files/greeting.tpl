name: ${name}
%{ for i, p in ports ~}
port ${i}: ${p}
%{ endfor ~}
%{ if debug }debug%{ else }quiet%{ endif }
